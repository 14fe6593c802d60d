import { describe, expect, it } from 'vitest'
import { readWindows } from '@/lib/works/read-windows'
import { expandNights } from './expand-nights'

const ALL = [1, 2, 3, 4, 5, 6, 7]
const NIGHTS = { from: '2026-12-29', to: '2027-01-02', start: '22:00', end: '05:00', weekdays: ALL }

describe('expandNights', () => {
  it('makes one window a night, over midnight and the turn of the year', () => {
    expect(expandNights(NIGHTS)).toEqual({
      windows: [
        { start: '2026-12-29T22:00', end: '2026-12-30T05:00' },
        { start: '2026-12-30T22:00', end: '2026-12-31T05:00' },
        { start: '2026-12-31T22:00', end: '2027-01-01T05:00' },
        { start: '2027-01-01T22:00', end: '2027-01-02T05:00' },
        { start: '2027-01-02T22:00', end: '2027-01-03T05:00' },
      ],
    })
  })

  it('keeps to the weekdays that are wanted, by the date on which the window begins', () => {
    expect(expandNights({ ...NIGHTS, weekdays: [4, 5] })).toEqual({
      windows: [
        { start: '2026-12-31T22:00', end: '2027-01-01T05:00' },
        { start: '2027-01-01T22:00', end: '2027-01-02T05:00' },
      ],
    })
  })

  it('stays on the same day where the end is later than the start', () => {
    expect(expandNights({ ...NIGHTS, to: NIGHTS.from, start: '08:00', end: '12:00' })).toEqual({
      windows: [{ start: '2026-12-29T08:00', end: '2026-12-29T12:00' }],
    })
  })

  it('means the hours of the clock also in the night in which it changes: 8 hours long in autumn', () => {
    const expanded = expandNights({ ...NIGHTS, from: '2026-10-24', to: '2026-10-24' })
    if (!('windows' in expanded)) throw new Error('no windows')
    const [window] = readWindows(expanded.windows, 'windows', 'Europe/Rome', new Date('2026-10-01T00:00:00Z'))
    expect(window && window.end.getTime() - window.start.getTime()).toBe(8 * 3_600_000)
  })

  it.each([
    ['a day is missing', { to: '' }, 'nights_incomplete'],
    ['a day is none', { from: '2026-02-30' }, 'nights_incomplete'],
    ['a time is missing', { end: '' }, 'nights_incomplete'],
    ['the last day comes first', { to: '2026-12-01' }, 'nights_backwards'],
    ['no day is left', { to: '2026-12-30', weekdays: [5] }, 'nights_none'],
    ['there would be more than 50', { to: '2027-03-01' }, 'nights_too_many'],
    ['it would go on for years', { to: '2126-12-29', weekdays: [1] }, 'nights_too_many'],
  ])('says so where %s', (_what, change, problem) => {
    expect(expandNights({ ...NIGHTS, ...change })).toEqual({ problem })
  })
})
