import { describe, expect, it } from 'vitest'
import type { Service } from '@/lib/db/generated/enums'
import { findMinimumInstant } from '@/lib/regulation/find-legal-instant'
import { regulationOf } from '@/lib/regulation/regulation'
import { workingDaysOf } from '@/lib/regulation/working-days'
import { type LegalTiming, rehearseLegal } from './rehearse-legal'

function minimumOf(service: Service): (start: Date) => Date {
  const regulation = regulationOf('IT', service)
  if (!regulation) throw new Error('no rule')
  return (start) => findMinimumInstant(start, regulation, 'Europe/Rome', workingDaysOf('IT', null))
}

function timing(overrides: Partial<LegalTiming> & { seconds?: number } = {}): LegalTiming {
  const { seconds = 3600, ...rest } = overrides
  return {
    start: new Date('2026-12-03T09:00:00Z'),
    dueAt: new Date('2026-12-01T08:00:00Z'),
    soonest: new Date('2026-12-01T07:30:00Z'),
    loads: [
      { channel: 'email', units: 500, seconds: 1 },
      { channel: 'sms', units: seconds * 10, seconds },
    ],
    minimum: minimumOf('water'),
    ...rest,
  }
}

describe('whether the last message beats the law', () => {
  it('does when the wave ends as the minimum begins', () => {
    expect(rehearseLegal(timing())).toEqual({ instant: '2026-12-01T09:00:00.000Z', ok: true })
  })

  it('says when the first one had to go, which channel is too slow and which start would do', () => {
    expect(rehearseLegal(timing({ seconds: 7200 }))).toEqual({
      instant: '2026-12-01T09:00:00.000Z',
      ok: false,
      tooLateSince: '2026-12-01T07:00:00.000Z',
      earliestStart: '2026-12-03T09:30:00.000Z',
      faster: { channel: 'sms', rate: 20 },
    })
  })

  it('names no channel where the notice itself comes after the instant', () => {
    const late = rehearseLegal(timing({ dueAt: new Date('2026-12-02T08:00:00Z'), soonest: new Date('2026-12-02T08:00:00Z') }))
    expect(late).toMatchObject({ ok: false, earliestStart: '2026-12-04T09:00:00.000Z' })
    expect(late).not.toHaveProperty('faster')
  })

  it('finds the start over a weekend and a holiday for a rule in working days', () => {
    // Friday at nine: three working days are Monday 7, Wednesday 9 (the 8th is a holiday) and Thursday 10.
    const friday = new Date('2026-12-04T08:00:00Z')
    const late = rehearseLegal(
      timing({ minimum: minimumOf('power'), start: new Date('2026-12-07T08:00:00Z'), dueAt: friday, soonest: friday, loads: [] }),
    )
    expect(late.earliestStart).toBe('2026-12-10T08:00:00.000Z')
  })
})
