import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { getSettings } from '@/lib/utility/get-settings'
import type { NoticeStage } from '@/lib/utility/notice-plan'
import { updateNoticePlan } from '@/lib/utility/update-notice-plan'
import { updateTellingRules } from '@/lib/utility/update-telling-rules'
import { createWorks } from '@/lib/works/create-works'
import { previewNoticePlan } from '@/lib/works/preview-notice-plan'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const OPERATOR: Actor = { ...ADMIN, id: 2, role: 'operator' }
const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }
const RULES = { quietFrom: '21:00', quietTo: '08:00', patronDay: null, transliterateSms: false }
const STAGES: NoticeStage[] = [
  { kind: 'same_day', before: 'PT3H' },
  { kind: 'advance', daysBefore: 7, at: '09:30' },
]

const planned = (notices: Array<{ kind: string; dueAt: string }>) => notices.map(({ kind, dueAt }) => [kind, dueAt])

describe('the notice plan', () => {
  beforeAll(async () => {
    await createUtility()
    await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  })

  it('is kept in the order of time, counts for works published from then on, and its change is in the audit trail', async () => {
    const before = await createWorks(
      OPERATOR,
      { service: 'water', title: 'Before', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] },
      NOW,
    )
    const old = await publishWorks(OPERATOR, { reference: before.reference }, NOW)
    expect(await updateNoticePlan(ADMIN, { service: 'water', stages: STAGES }, NOW)).toEqual(STAGES.toReversed())
    const after = await createWorks(
      OPERATOR,
      { service: 'water', title: 'After', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] },
      NOW,
    )
    const { notices } = await publishWorks(OPERATOR, { reference: after.reference }, NOW)
    expect(planned(notices)).toEqual([
      ['advance', '2026-11-25T08:30:00.000Z'],
      ['same_day', '2026-12-02T07:00:00.000Z'],
    ])
    expect(await database().notice.count({ where: { works: { reference: before.reference }, state: 'planned' } })).toBe(old.notices.length)
    const entry = await database().auditEntry.findFirstOrThrow({ where: { subject: 'utility:notice_plan:water' } })
    expect(entry).toMatchObject({ actor: 'staff:1', action: 'utility.notice_plan', after: { stages: STAGES.toReversed() } })
  })

  it.each([
    ['no stage', [], 'field_missing', 'stages'],
    ['two at one instant', [STAGES[1], { ...STAGES[1], kind: 'day_before' }], 'stage_twice', 'stages.1'],
    ['a time that is none', [{ kind: 'advance', daysBefore: 1, at: '25:00' }], 'field_wrong', 'stages.0.at'],
    ['a negative day', [{ kind: 'advance', daysBefore: -1, at: '10:00' }], 'number_too_small', 'stages.0.daysBefore'],
  ])('refuses %s', async (_, stages, reason, field) => {
    const kept = (await getSettings(ADMIN)).plans
    await expect(updateNoticePlan(ADMIN, { service: 'water', stages: stages as NoticeStage[] }, NOW)).rejects.toMatchObject({
      detail: { reason, field },
    })
    expect((await getSettings(ADMIN)).plans).toEqual(kept)
  })

  it('is for administrators alone', async () => {
    for (const attempt of [
      updateNoticePlan(OPERATOR, { service: 'water', stages: STAGES }, NOW),
      updateTellingRules(OPERATOR, RULES, NOW),
      previewNoticePlan(OPERATOR, { service: 'water', stages: STAGES, window: WINDOW }, NOW),
      getSettings(OPERATOR),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('shows what stages would mean, with the stage of the law and quiet hours', async () => {
    const stages: NoticeStage[] = [{ kind: 'same_day', before: 'PT2H' }]
    const window = { start: '2026-12-02T06:00', end: '2026-12-02T08:00' }
    expect(planned(await previewNoticePlan(ADMIN, { service: 'water', stages, window }, NOW))).toEqual([
      ['legal', '2026-11-27T15:00:00.000Z'],
      ['same_day', '2026-12-01T19:00:00.000Z'],
    ])
    expect(await database().noticePlan.findUnique({ where: { service: 'water' } })).not.toMatchObject({ stages })
  })

  it('takes quiet hours, patron day and the letters of SMS, and refuses what is none', async () => {
    await updateTellingRules(ADMIN, { quietFrom: '22:00', quietTo: '07:00', patronDay: '12-07', transliterateSms: true }, NOW)
    expect((await getSettings(ADMIN)).utility).toMatchObject({
      quietFrom: '22:00',
      quietTo: '07:00',
      patronDay: '12-07',
      transliterateSms: true,
    })
    for (const [part, reason] of [
      [{ quietFrom: '24:00' }, 'not_a_clock_time'],
      [{ quietFrom: '08:00', quietTo: '07:00' }, 'quiet_hours_too_long'],
      [{ patronDay: '02-30' }, 'not_a_day_of_the_year'],
      [{ patronDay: 'tomorrow' }, 'not_a_day_of_the_year'],
    ] as const) {
      await expect(updateTellingRules(ADMIN, { ...RULES, ...part }, NOW)).rejects.toMatchObject({ detail: { reason } })
    }
    await updateTellingRules(ADMIN, { ...RULES, patronDay: '' }, NOW)
    expect((await getSettings(ADMIN)).utility).toMatchObject(RULES)
  })
})
