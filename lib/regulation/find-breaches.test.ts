import { describe, expect, it } from 'vitest'
import type { Service } from '@/lib/db/generated/enums'
import { findBreaches } from './find-breaches'
import { regulationOf } from './regulation'

const ZONES: Record<string, string> = { IT: 'Europe/Rome', LT: 'Europe/Vilnius', UA: 'Europe/Kyiv', GB: 'Europe/London' }

function breaches(country: string, service: Service, start: string, end: string) {
  const regulation = regulationOf(country, service)
  if (!regulation) throw new Error('no rule')
  return findBreaches(regulation, [{ start: new Date(start), end: new Date(end) }], ZONES[country] ?? 'UTC').map(({ kind }) => kind)
}

describe('what a rule does not allow', () => {
  it.each([
    ['IT', 'power', '2026-06-01T06:00Z', '2026-06-01T14:00Z', []],
    ['IT', 'power', '2026-06-01T06:00Z', '2026-06-01T14:01Z', ['too_long']],
    ['IT', 'water', '2026-06-01T06:00Z', '2026-06-02T06:30Z', ['too_long']],
    ['IT', 'gas', '2026-06-01T06:00Z', '2026-06-09T06:30Z', []],
    ['UA', 'power', '2026-06-01T06:00Z', '2026-06-01T18:00Z', []],
    ['UA', 'power', '2026-06-01T06:00Z', '2026-06-01T18:30Z', ['too_long']],
    ['UA', 'power', '2027-02-28T06:00Z', '2027-02-28T13:00Z', ['too_long']],
    ['UA', 'power', '2027-03-01T06:00Z', '2027-03-01T13:00Z', []],
    ['UA', 'water', '2026-06-01T06:00Z', '2026-06-09T06:30Z', []],
    ['LT', 'power', '2026-10-31T06:00Z', '2026-10-31T18:00Z', []],
    ['LT', 'power', '2026-10-31T18:00Z', '2026-11-01T02:00Z', ['too_long']],
    ['LT', 'power', '2026-11-01T06:00Z', '2026-11-01T12:00Z', []],
    ['LT', 'power', '2026-12-21T08:00Z', '2026-12-21T12:00Z', []],
    ['LT', 'power', '2026-12-22T08:00Z', '2026-12-22T12:00Z', ['closed_season']],
    ['LT', 'power', '2027-01-04T08:00Z', '2027-01-04T15:00Z', ['too_long', 'closed_season']],
    ['LT', 'power', '2027-01-04T22:00Z', '2027-01-05T02:00Z', []],
    ['LT', 'heat', '2026-12-24T08:00Z', '2026-12-29T12:00Z', []],
    ['GB', 'water', '2026-12-24T08:00Z', '2026-12-29T12:00Z', []],
  ] as const)('%s %s from %s to %s: %j', (country, service, start, end, expected) => {
    expect(breaches(country, service, start, end)).toEqual(expected)
  })
})

/** REGULATION.md, line by line. */
it.each([
  ['IT', 'water', 48, 'hours', 24, 'verified'],
  ['IT', 'power', 3, 'working_days', 8, 'verified'],
  ['IT', 'gas', 3, 'working_days', null, 'verified'],
  ['UA', 'water', 10, 'working_days', null, 'verified'],
  ['UA', 'heat', 10, 'working_days', null, 'verified'],
  ['UA', 'power', 5, 'days', 12, 'known'],
  ['LT', 'power', 5, 'days', 24, 'verified'],
  ['LT', 'heat', 14, 'days', null, 'known'],
  ['GB', 'water', 48, 'hours', null, 'verified'],
  ['GB', 'power', 2, 'days', null, 'known'],
] as const)('the rule of %s for %s: %i %s, at most %s h, %s', (country, service, value, unit, longest, certainty) => {
  const regulation = regulationOf(country, service)
  expect(regulation).toMatchObject({ minimum: { value, unit }, certainty })
  expect(regulation?.longest?.hours ?? null).toBe(longest)
})
