import { describe, expect, it } from 'vitest'
import { shareInTime, totalOf } from './handoff'

describe('the share of messages that went in time', () => {
  it('adds days up by their messages, not by their shares', () => {
    const total = totalOf([
      { day: '2026-11-20', handedOver: 1000, inTime: 1000 },
      { day: '2026-11-21', handedOver: 1, inTime: 0 },
    ])
    expect(total).toEqual({ handedOver: 1001, inTime: 1000 })
    expect(total && shareInTime(total)).toBe(0.999)
  })

  it('is nothing where nothing was handed over', () => {
    expect(totalOf([])).toBeNull()
    expect(totalOf([{ day: '2026-11-20', handedOver: 0, inTime: 0 }])).toBeNull()
  })

  it('never rounds up to all', () => {
    expect(shareInTime({ handedOver: 1_000_000, inTime: 999_999 })).toBe(0.9999)
    expect(shareInTime({ handedOver: 3, inTime: 3 })).toBe(1)
  })
})
