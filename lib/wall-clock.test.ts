import { describe, expect, it } from 'vitest'
import { readInstant } from './wall-clock'

const ROME = 'Europe/Rome'

function instantOf(text: string, repeated: 'earlier' | 'later' = 'earlier', zone = ROME): string {
  const read = readInstant(text, zone, repeated)
  return 'instant' in read ? read.instant.toISOString() : read.problem
}

describe('readInstant', () => {
  it.each([
    ['2026-12-01T08:30', '2026-12-01T07:30:00.000Z'],
    ['2026-07-01 08:30', '2026-07-01T06:30:00.000Z'],
    ['2026-12-01T08:30Z', '2026-12-01T08:30:00.000Z'],
    ['2026-12-01T08:30+02:00', '2026-12-01T06:30:00.000Z'],
  ])('reads %s as %s', (text, expected) => {
    expect(instantOf(text)).toBe(expected)
  })

  it.each(['', 'tomorrow', '2026-12-01', '2026-13-01T08:00', '2026-02-30T08:00', '2026-12-01T25:00', '08:30'])(
    'finds no time in %j',
    (text) => {
      expect(instantOf(text)).toBe('not_a_time')
    },
  )

  it.each([
    ['Europe/Rome', '2027-03-28T02:30'],
    ['Europe/Vilnius', '2027-03-28T03:30'],
    ['Europe/Kyiv', '2027-03-28T03:30'],
  ])('refuses the hour that the spring night skips in %s', (zone, text) => {
    expect(instantOf(text, 'earlier', zone)).toBe('no_such_time')
  })

  it('reads the hour that comes twice in autumn as the one asked for', () => {
    expect(instantOf('2026-10-25T02:30', 'earlier')).toBe('2026-10-25T00:30:00.000Z')
    expect(instantOf('2026-10-25T02:30', 'later')).toBe('2026-10-25T01:30:00.000Z')
  })
})
