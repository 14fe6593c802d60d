import { expect, test } from 'vitest'
import { pickByPoints } from './choose-sender'
import { findShift, type SenderHealth } from './sender-balance'

const NOW = new Date('2026-11-26T10:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const sender = (name: string, health: Partial<SenderHealth> = {}): SenderHealth => ({
  sender: name,
  points: 50,
  recent: 100,
  slow: 0,
  errors: 0,
  changedAt: null,
  ...health,
})

test('ten points move away from a sender of whose messages 15 % are slow', () => {
  expect(findShift(sender('a', { slow: 15 }), sender('b'), NOW)).toEqual({ from: 'a', to: 'b', points: 10 })
  expect(findShift(sender('a', { slow: 14, points: 60 }), sender('b', { points: 40, changedAt: minutesAgo(20) }), NOW)).toBeNull()
})

test('nothing moves when both are slow, or one was shifted in the last ten minutes', () => {
  expect(findShift(sender('a', { slow: 40 }), sender('b', { slow: 20 }), NOW)).toBeNull()
  expect(findShift(sender('a', { slow: 40, changedAt: minutesAgo(9) }), sender('b'), NOW)).toBeNull()
})

test('a burst of 50 errors in 60 seconds moves ten points after a minute, not only after ten', () => {
  expect(findShift(sender('a'), sender('b', { errors: 50, changedAt: minutesAgo(2) }), NOW)).toEqual({ from: 'b', to: 'a', points: 10 })
  expect(findShift(sender('a'), sender('b', { errors: 49 }), NOW)).toBeNull()
  expect(findShift(sender('a', { errors: 80 }), sender('b', { errors: 50 }), NOW)).toBeNull()
})

test('no sender goes below nought', () => {
  expect(findShift(sender('a', { slow: 50, points: 4 }), sender('b', { points: 96 }), NOW)).toEqual({ from: 'a', to: 'b', points: 4 })
  expect(findShift(sender('a', { slow: 50, points: 0 }), sender('b', { points: 100 }), NOW)).toBeNull()
})

test('after an hour without trouble the points come back towards the middle', () => {
  const calm = { points: 70, changedAt: minutesAgo(61) }
  expect(findShift(sender('a', calm), sender('b', { points: 30 }), NOW)).toEqual({ from: 'a', to: 'b', points: 10 })
  expect(findShift(sender('a', { ...calm, changedAt: minutesAgo(59) }), sender('b', { points: 30 }), NOW)).toBeNull()
  expect(findShift(sender('a', calm), sender('b', { points: 30, errors: 1 }), NOW)).toBeNull()
  expect(findShift(sender('a'), sender('b'), NOW)).toBeNull()
})

test('batches are shared out by points', () => {
  const shares = [
    { sender: 'a', points: 70 },
    { sender: 'b', points: 30 },
    { sender: 'c', points: 0 },
  ]
  expect([0, 0.69, 0.7, 0.99].map((at) => pickByPoints(shares, at))).toEqual(['a', 'a', 'b', 'b'])
  expect(pickByPoints([{ sender: 'a', points: 0 }], 0.5)).toBeNull()
})
