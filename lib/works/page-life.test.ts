import { describe, expect, it } from 'vitest'
import { pageLifeOf } from './page-life'
import type { Outage } from './works'

const asOf = '2026-11-22T10:00:00.000Z'
const outage = (start: string, end: string): Outage => ({
  reference: 'W-2026-0001',
  service: 'water',
  title: 'Works',
  reason: '',
  advice: '',
  state: 'coming',
  start,
  end,
})

describe('what is said of an address is kept', () => {
  it('not at all while we do not know', () => {
    expect(pageLifeOf({ status: 'unknown', asOf, outages: [] })).toBeNull()
  })

  it('for minutes where nothing is planned', () => {
    expect(pageLifeOf({ status: 'none_planned', asOf, outages: [] })).toBe(240)
  })

  it('for seconds where works are coming', () => {
    expect(pageLifeOf({ status: 'affected', asOf, outages: [outage('2026-11-23T08:00:00Z', '2026-11-23T10:00:00Z')] })).toBe(20)
  })

  it('not beyond the start or the end of a window', () => {
    expect(pageLifeOf({ status: 'affected', asOf, outages: [outage('2026-11-22T10:00:07Z', '2026-11-22T12:00:00Z')] })).toBe(7)
    expect(pageLifeOf({ status: 'affected', asOf, outages: [outage('2026-11-22T08:00:00Z', '2026-11-22T10:00:03Z')] })).toBe(3)
    expect(pageLifeOf({ status: 'affected', asOf, outages: [outage('2026-11-22T10:00:00.400Z', '2026-11-22T12:00:00Z')] })).toBe(1)
  })
})
