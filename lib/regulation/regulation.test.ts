import { describe, expect, it } from 'vitest'
import { findLegalInstant } from './find-legal-instant'
import { regulationOf } from './regulation'
import { workingDaysOf } from './working-days'

function latest(
  country: string,
  service: 'water' | 'heat' | 'power' | 'gas',
  start: string,
  zone: string,
  patronDay: string | null = null,
): string {
  const regulation = regulationOf(country, service)
  if (!regulation) throw new Error('no rule')
  return findLegalInstant(new Date(start), regulation, zone, workingDaysOf(country, patronDay)).toISOString()
}

describe('the latest instant of legal notice', () => {
  it('is 48 hours and one office hour before Italian water works', () => {
    expect(latest('IT', 'water', '2026-12-03T11:00:00Z', 'Europe/Rome')).toBe('2026-12-01T10:00:00.000Z')
  })

  it('takes the hour to spare from the last office hours when the 48 hours end on a weekend', () => {
    expect(latest('IT', 'water', '2026-11-30T08:00:00Z', 'Europe/Rome')).toBe('2026-11-27T15:00:00.000Z')
  })

  it('counts three working days for Italian power, over a weekend and a national holiday', () => {
    // Wednesday 9 December; Tuesday the 8th is a holiday, the 5th and 6th a weekend: Monday 7, Friday 4, Thursday 3.
    expect(latest('IT', 'power', '2026-12-09T10:00:00Z', 'Europe/Rome')).toBe('2026-12-03T09:00:00.000Z')
  })

  it('does not count the patron day of the municipality', () => {
    expect(latest('IT', 'power', '2026-11-12T10:00:00Z', 'Europe/Rome')).toBe('2026-11-09T09:00:00.000Z')
    expect(latest('IT', 'power', '2026-11-12T10:00:00Z', 'Europe/Rome', '11-10')).toBe('2026-11-06T09:00:00.000Z')
  })

  it('counts ten working days for Ukrainian heat, and knows no rule for Lithuanian water', () => {
    expect(latest('UA', 'heat', '2026-12-15T10:00:00Z', 'Europe/Kyiv')).toBe('2026-12-01T09:00:00.000Z')
    expect(regulationOf('LT', 'water')).toBeNull()
  })
})
