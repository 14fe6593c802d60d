import { describe, expect, it } from 'vitest'
import { readWindows } from './read-windows'

const NOW = new Date('2026-03-20T12:00:00Z')

function read(start: string, end: string) {
  return readWindows([{ start, end }], 'windows', 'Europe/Rome', NOW)
}

function reasonOf(start: string, end: string): unknown {
  try {
    read(start, end)
    return null
  } catch (error) {
    return (error as { detail: { reason: string; field: string } }).detail
  }
}

describe('readWindows', () => {
  it.each([
    ['2026-04-02T10:00', '2026-04-02T09:00', 'window_ends_before_start', 'windows.0.end'],
    ['2026-04-02T10:00', '2026-04-02T10:00', 'window_ends_before_start', 'windows.0.end'],
    ['2026-03-19T10:00', '2026-03-19T12:00', 'window_in_past', 'windows.0.start'],
    ['2026-03-29T02:30', '2026-03-29T06:00', 'time_does_not_exist', 'windows.0.start'],
    ['2026-03-28T22:00', '2026-03-29T02:15', 'time_does_not_exist', 'windows.0.end'],
    ['soon', '2026-04-02T10:00', 'time_not_understood', 'windows.0.start'],
    ['2026-04-02T10:00', '2026-06-02T10:00', 'window_too_long', 'windows.0.end'],
    ['2036-04-02T10:00', '2036-04-02T12:00', 'window_too_far', 'windows.0.start'],
  ])('refuses %s/%s: %s', (start, end, reason, field) => {
    expect(reasonOf(start, end)).toMatchObject({ reason, field })
  })

  it('takes a window across the night the clocks go forward: an hour shorter than it looks', () => {
    const [window] = read('2026-03-28T23:00', '2026-03-29T05:00')
    expect(window && window.end.getTime() - window.start.getTime()).toBe(5 * 3_600_000)
  })

  it('reads the hour that comes twice so that the window is the longer one', () => {
    const [window] = read('2026-10-25T02:30', '2026-10-25T02:45')
    expect(window && window.end.getTime() - window.start.getTime()).toBe(75 * 60_000)
  })

  it('puts windows in order, and refuses two that overlap', () => {
    const [monday, tuesday] = [
      { start: '2026-04-06T22:00', end: '2026-04-07T05:00' },
      { start: '2026-04-07T22:00', end: '2026-04-08T05:00' },
    ]
    const ordered = readWindows([tuesday, monday], 'windows', 'Europe/Rome', NOW)
    expect(ordered.map((window) => window.start.toISOString())).toEqual(['2026-04-06T20:00:00.000Z', '2026-04-07T20:00:00.000Z'])
    const overlapping = [monday, { start: '2026-04-07T04:00', end: '2026-04-07T06:00' }]
    expect(() => readWindows(overlapping, 'windows', 'Europe/Rome', NOW)).toThrow(/windows_overlap/)
  })
})
