import { expect, test } from 'vitest'
import { dayShare } from './day-share'

const ROME = 'Europe/Rome'
const window = (start: string, end: string) => ({ start, end })

test('a window of the morning lies in the first half of its day', () => {
  const share = dayShare(window('2026-12-01T05:00:00.000Z', '2026-12-01T11:00:00.000Z'), new Date('2026-12-01T08:00:00Z'), ROME)
  expect(share).toEqual({ from: 0.25, to: 0.5, now: 0.375, days: ['2026-11-30T23:00:00.000Z'] })
})

test('a window over midnight takes two days, one that ends at midnight takes one', () => {
  const night = dayShare(window('2026-12-01T21:00:00.000Z', '2026-12-02T05:00:00.000Z'), new Date('2026-11-30T00:00:00Z'), ROME)
  expect(night).toMatchObject({ days: { length: 2 }, now: null })
  expect(night.from).toBeCloseTo(22 / 48)
  expect(dayShare(window('2026-12-01T21:00:00.000Z', '2026-12-01T23:00:00.000Z'), new Date(0), ROME)).toMatchObject({
    days: { length: 1 },
    to: 1,
  })
})

test('the night on which clocks go back has 25 hours', () => {
  const share = dayShare(window('2026-10-25T00:00:00.000Z', '2026-10-25T23:00:00.000Z'), new Date(0), ROME)
  expect(share.from).toBeCloseTo(2 / 25)
  expect(dayShare(window('2026-10-24T22:30:00.000Z', '2026-10-26T08:00:00.000Z'), new Date(0), ROME).days).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ])
  expect(share.to).toBe(1)
})
