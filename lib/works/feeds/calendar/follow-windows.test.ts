import { describe, expect, it } from 'vitest'
import type { Telling, ToldWindow } from '../telling'
import { followWindows } from './follow-windows'

const at = (hour: string) => new Date(`2026-12-${hour}:00Z`)

function window(part: number, place: number, start: string, end: string): ToldWindow {
  return { part, place, start: at(start), end: at(end) }
}

function telling(kind: Telling['kind'], when: string, version: number, windows: ToldWindow[]): Telling {
  return { kind, at: new Date(`2026-11-${when}:00Z`), version, windows }
}

const FIRST = telling('announced', '20T09:00', 1, [window(0, 1, '01T08:00', '01T12:00'), window(0, 2, '02T08:00', '02T12:00')])

/** Part, place, start, sequence, and whether it is cancelled. */
const shown = (tellings: Telling[]) =>
  followWindows(tellings).map(({ part, place, start, sequence, isCancelled }) => [
    `${part}-${place}`,
    start.toISOString().slice(8, 13),
    sequence,
    isCancelled,
  ])

describe('windows that are followed', () => {
  it('begin with sequence 0', () => {
    expect(shown([FIRST])).toEqual([
      ['0-1', '01T08', 0, false],
      ['0-2', '02T08', 0, false],
    ])
  })

  it('stay the same ones when they move, and those that did not move are not touched', () => {
    const moved = telling('moved', '21T09:00', 2, [window(0, 1, '01T08:00', '01T12:00'), window(0, 2, '05T08:00', '05T12:00')])
    expect(shown([FIRST, moved])).toEqual([
      ['0-1', '01T08', 0, false],
      ['0-2', '05T08', 1, false],
    ])
    expect(followWindows([FIRST, moved])[1]).toMatchObject({ announcedAt: FIRST.at, changedAt: moved.at })
  })

  it('that works no longer have are cancelled with the times that people know, and may come back', () => {
    const fewer = telling('moved', '21T09:00', 2, [window(0, 1, '03T08:00', '03T12:00')])
    const again = telling('moved', '22T09:00', 3, [window(0, 1, '03T08:00', '03T12:00'), window(0, 2, '04T08:00', '04T12:00')])
    expect(shown([FIRST, fewer])).toEqual([
      ['0-2', '02T08', 1, true],
      ['0-1', '03T08', 1, false],
    ])
    expect(shown([FIRST, fewer, again])).toEqual([
      ['0-1', '03T08', 1, false],
      ['0-2', '04T08', 2, false],
    ])
  })

  it('are cancelled with their works, save those that were over', () => {
    const cancelled = { ...telling('cancelled', '20T09:00', 1, FIRST.windows), at: at('01T13:00') }
    expect(shown([FIRST, cancelled])).toEqual([
      ['0-1', '01T08', 0, false],
      ['0-2', '02T08', 1, true],
    ])
  })

  it('of two parts at the same time are one, also after a move to the same time', () => {
    const apart = telling('announced', '20T09:00', 1, [window(0, 1, '01T08:00', '01T12:00'), window(1, 1, '02T08:00', '02T12:00')])
    const together = telling('moved', '21T09:00', 2, [window(0, 1, '05T08:00', '05T12:00'), window(1, 1, '05T08:00', '05T12:00')])
    expect(shown([together])).toEqual([['0-1', '05T08', 0, false]])
    expect(shown([apart, together])).toEqual([
      ['1-1', '02T08', 1, true],
      ['0-1', '05T08', 1, false],
    ])
  })

  it('that no longer touch the address are cancelled', () => {
    expect(shown([FIRST, telling('moved', '21T09:00', 2, [])])).toEqual([
      ['0-1', '01T08', 1, true],
      ['0-2', '02T08', 1, true],
    ])
  })

  it('last longer, and end early, as the same ones', () => {
    const longer = telling('extended', '30T09:00', 2, [window(0, 1, '01T08:00', '01T15:00'), window(0, 2, '02T08:00', '02T12:00')])
    const over = telling('restored', '30T10:00', 3, [window(0, 1, '01T08:00', '01T14:10'), window(0, 2, '02T08:00', '02T12:00')])
    expect(followWindows([FIRST, longer, over])[0]).toMatchObject({ part: 0, place: 1, end: at('01T14:10'), sequence: 2 })
  })
})
