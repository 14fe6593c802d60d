import { describe, expect, it } from 'vitest'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'
import { type NoticeRules, planNotices } from './plan-notices'

const NOW = new Date('2026-11-20T09:00:00Z')

function rules(overrides: Partial<NoticeRules> = {}, zone = 'Europe/Rome'): NoticeRules {
  return { stages: DEFAULT_NOTICE_PLAN, quiet: { from: '21:00', to: '08:00', zone }, legalInstant: () => null, ...overrides }
}

function window(start: string, end: string, id = 1) {
  return { id, start: new Date(start), end: new Date(end) }
}

function planned(notices: ReturnType<typeof planNotices>) {
  return notices.map(({ kind, dueAt, skipReason }) => [kind, dueAt.toISOString(), skipReason])
}

describe('planNotices', () => {
  it('skips the stages that are past, and says so', () => {
    const notices = planNotices([[window('2026-11-23T09:00:00Z', '2026-11-23T12:00:00Z')]], rules(), NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-18T09:00:00.000Z', 'past'],
      ['day_before', '2026-11-22T09:00:00.000Z', null],
      ['same_day', '2026-11-23T07:00:00.000Z', null],
    ])
  })

  it('leaves nobody without a notice: when every stage is past, the last one is due at once', () => {
    const notices = planNotices([[window('2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z')]], rules(), NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-15T09:00:00.000Z', 'past'],
      ['day_before', '2026-11-19T09:00:00.000Z', 'past'],
      ['same_day', NOW.toISOString(), null],
    ])
  })

  it('tells of works at six in the morning the evening before', () => {
    const notices = planNotices([[window('2026-12-01T05:00:00Z', '2026-12-01T08:00:00Z')]], rules(), NOW)
    expect(notices.at(-1)).toMatchObject({ kind: 'same_day', dueAt: new Date('2026-11-30T19:00:00Z') })
  })

  it('names the windows of several nights in one notice where they fall due together', () => {
    const parts = [[window('2026-12-01T10:00:00Z', '2026-12-01T12:00:00Z', 1)], [window('2026-12-01T14:00:00Z', '2026-12-01T16:00:00Z', 2)]]
    const dayBefore = planNotices(parts, rules(), NOW).filter(({ kind }) => kind === 'day_before')
    expect(dayBefore.map(({ windows }) => windows.map(({ id }) => id))).toEqual([[1, 2]])
  })

  it('tells of each night separately on its day, and in advance only of the first', () => {
    const nights = [window('2026-12-01T21:00:00Z', '2026-12-02T04:00:00Z', 1), window('2026-12-02T21:00:00Z', '2026-12-03T04:00:00Z', 2)]
    const kinds = planNotices([nights], rules(), NOW).map(({ kind, windows }) => [kind, windows.map(({ id }) => id).join()])
    expect(kinds).toEqual([
      ['advance', '1'],
      ['day_before', '1'],
      ['day_before', '2'],
      ['same_day', '1'],
      ['same_day', '2'],
    ])
  })

  it('leaves the advance notice out where the law’s own says the same within a day before it', () => {
    const start = '2026-12-01T08:00:00Z'
    const planned = (legal: string) =>
      planNotices([[window(start, '2026-12-01T12:00:00Z')]], rules({ legalInstant: () => new Date(legal) }), NOW).map(
        ({ kind, skipReason }) => [kind, skipReason],
      )
    const rest = [
      ['day_before', null],
      ['same_day', null],
    ]
    expect(planned('2026-11-25T15:00:00Z')).toEqual([['legal', null], ['advance', 'told_already'], ...rest])
    expect(planned('2026-11-24T15:00:00Z')).toEqual([['legal', null], ['advance', null], ...rest])
    expect(planned('2026-11-19T15:00:00Z').find(([kind]) => kind === 'advance')).toEqual(['advance', null])
  })

  it('adds the legal stage only where no other stage keeps the law', () => {
    const start = '2026-12-01T09:00:00Z'
    const tenDays = rules({ legalInstant: () => new Date('2026-11-20T15:00:00Z') })
    expect(planNotices([[window(start, '2026-12-01T12:00:00Z')]], tenDays, NOW)[0]).toMatchObject({ kind: 'legal', skipReason: null })
    const twoDays = rules({ legalInstant: () => new Date('2026-11-27T15:00:00Z') })
    expect(planNotices([[window(start, '2026-12-01T12:00:00Z')]], twoDays, NOW).map(({ kind }) => kind)).not.toContain('legal')
  })

  it('sends a stage that would come after the start before it: the evening before works at six', () => {
    const stages = [{ kind: 'same_day' as const, daysBefore: 0, at: '07:30' }]
    const notices = planNotices([[window('2026-12-01T05:00:00Z', '2026-12-01T08:00:00Z')]], rules({ stages }), NOW)
    expect(planned(notices)).toEqual([['same_day', '2026-11-30T19:00:00.000Z', null]])
  })

  it('puts a stage in quiet hours before the instant of the law that it was to keep', () => {
    const stages = [{ kind: 'day_before' as const, daysBefore: 1, at: '22:00' }]
    const law = rules({ stages, legalInstant: () => new Date('2026-11-30T21:30:00Z') })
    const notices = planNotices([[window('2026-12-01T11:00:00Z', '2026-12-01T12:00:00Z')]], law, NOW)
    expect(planned(notices)).toEqual([['day_before', '2026-11-30T19:00:00.000Z', null]])
  })

  it('keeps quiet hours that begin after midnight', () => {
    const stages = [{ kind: 'same_day' as const, before: 'PT1H' }]
    const quiet = { from: '00:30', to: '07:00', zone: 'Europe/Rome' }
    const notices = planNotices([[window('2026-12-01T02:00:00Z', '2026-12-01T04:00:00Z')]], rules({ stages, quiet }), NOW)
    expect(planned(notices)).toEqual([['same_day', '2026-11-30T22:30:00.000Z', null]])
  })

  it('keeps both of two stages of one kind in view when it is too late for either', () => {
    const stages = [
      { kind: 'advance' as const, daysBefore: 10, at: '10:00' },
      { kind: 'advance' as const, daysBefore: 5, at: '10:00' },
    ]
    const notices = planNotices([[window('2026-11-21T09:00:00Z', '2026-11-21T12:00:00Z')]], rules({ stages }), NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-11T09:00:00.000Z', 'past'],
      ['advance', NOW.toISOString(), null],
    ])
  })
})
