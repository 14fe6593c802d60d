import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { listOutbox } from '@/lib/notices/list-outbox'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'
import { runDueWork } from '@/lib/notices/run-due-work'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { findOutages } from '@/lib/works/find-outages'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
/** Tuesday, so that five days before is Thursday the 26th. */
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }

function works(overrides: object = {}) {
  return {
    service: 'water',
    title: 'New main in Via Roma',
    reason: 'Renewal',
    parts: [{ area: square(0, 0, 3), windows: [WINDOW] }],
    ...overrides,
  }
}

async function publish(overrides: object = {}, now = NOW) {
  const { reference } = await createWorks(OPERATOR, works(overrides), now)
  return publishWorks(OPERATOR, { reference }, now)
}

async function outboxOf(reference: string) {
  return (await listOutbox(OPERATOR, { limit: 100, worksReference: reference })).toReversed()
}

describe('the life of works', () => {
  let inside: number
  let across: number

  beforeAll(async () => {
    await createUtility()
    const anna = await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
    await addHousehold({ x: 2, y: 2, street: 'Via Roma', number: 2, channel: 'email', value: 'jonas@example.org', language: 'lt' })
    await addHousehold({ x: 2, y: 1, street: 'Via Roma', number: 4, channel: 'telegram', value: '1001', language: 'uk' })
    await addHousehold({
      x: 1,
      y: 2,
      street: 'Via Roma',
      number: 6,
      channel: 'sms',
      value: '+393330000009',
      language: 'it',
      state: 'opted_out',
    })
    const other = await addHousehold({ x: 9, y: 9, street: 'Via Po', number: 1, channel: 'sms', value: '+393330000003', language: 'en' })
    inside = anna.addressId
    across = other.addressId
  })

  it('counts whom a draft hits, and tells nobody', async () => {
    const draft = await createWorks(OPERATOR, works(), NOW)
    expect(draft).toMatchObject({ version: 1, state: 'draft', affected: { servicePoints: 4, units: 4, accounts: 4, contacts: 3 } })
    expect(draft.legal).toMatchObject({ ok: true, minimum: { value: 48, unit: 'hours' } })
    expect(await findOutages(inside, NOW)).toMatchObject({ status: 'none_planned', outages: [] })
  })

  it('plans five days before, one day before and two hours before, on the clocks of the utility', async () => {
    const { notices } = await publish()
    expect(notices.map(({ kind, dueAt, state }) => [kind, dueAt, state])).toEqual([
      ['advance', '2026-11-26T09:00:00.000Z', 'planned'],
      ['day_before', '2026-11-30T09:00:00.000Z', 'planned'],
      ['same_day', '2026-12-01T07:00:00.000Z', 'planned'],
    ])
  })

  it('shows a hit address what is planned, and one across the street nothing', async () => {
    const { reference } = await publish({ title: 'Seen by residents' })
    const hit = await findOutages(inside, NOW)
    expect(hit.status).toBe('affected')
    expect(hit.outages.find((outage) => outage.reference === reference)).toMatchObject({
      state: 'coming',
      start: '2026-12-01T08:00:00.000Z',
      end: '2026-12-01T11:30:00.000Z',
    })
    expect(await findOutages(across, NOW)).toMatchObject({ status: 'none_planned', outages: [] })
  })

  it('tells each contact once, in its language, with its own address', async () => {
    const { reference } = await publish({ title: 'Told once' })
    await runDueWork(new Date('2026-11-26T08:59:59Z'))
    expect(await outboxOf(reference)).toEqual([])
    const due = new Date('2026-11-26T09:00:00Z')
    await Promise.all([runDueWork(due), runDueWork(due)])
    await runDueWork(due)
    const sent = await outboxOf(reference)
    expect(sent.map(({ channel, language, recipient }) => [channel, language, recipient])).toEqual(
      expect.arrayContaining([
        ['sms', 'it', '+393330000001'],
        ['email', 'lt', 'jonas@example.org'],
        ['telegram', 'uk', '1001'],
        ['email', 'it', 'callcentre@example.org'],
      ]),
    )
    expect(sent).toHaveLength(4)
    const sms = sent.find(({ channel }) => channel === 'sms')
    expect(sms?.text).toContain('Via Roma 1')
    expect(sms?.text).toContain('09:00-12:30')
    expect(sent.find(({ language }) => language === 'lt')?.text).toContain('Via Roma 2')
    expect(sent.find(({ recipient }) => recipient.startsWith('callcentre'))?.text).toMatch(/3 contatti avvisati[\s\S]*Via Roma/)
  })

  it('has nothing left to do when a wake-up comes five times', async () => {
    const { reference } = await publish({ title: 'Woken five times' })
    const due = new Date('2026-11-26T09:00:00Z')
    const opened = await Promise.all(Array.from({ length: 5 }, () => openDueNotices(due, reference)))
    expect(opened.toSorted((a, b) => b - a)).toEqual([4, 0, 0, 0, 0])
    await runDueWork(due)
    expect(await deliverDue(async () => due)).toBe(0)
    expect(await outboxOf(reference)).toHaveLength(4)
  })

  it('tells only the latest stage when several fall due together, as after days without a worker', async () => {
    const { reference } = await publish({ title: 'Overtaken' })
    await runDueWork(new Date('2026-12-01T07:10:00Z'))
    const sent = await outboxOf(reference)
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map(({ noticeKind }) => noticeKind))).toEqual(new Set(['same_day']))
    const notices = await database().notice.findMany({ where: { works: { reference } }, orderBy: { dueAt: 'asc' } })
    expect(notices.map(({ state, skipReason }) => [state, skipReason])).toEqual([
      ['skipped', 'overtaken'],
      ['skipped', 'overtaken'],
      ['done', null],
    ])
  })

  it('tells exactly those who had heard that works are cancelled', async () => {
    const { reference } = await publish({ title: 'Cancelled later' })
    await runDueWork(new Date('2026-11-26T09:00:00Z'))
    await addHousehold({ x: 1.5, y: 1.5, street: 'Via Roma', number: 8, channel: 'sms', value: '+393330000008', language: 'it' })
    await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, new Date('2026-11-27T10:00:00Z'))
    await runDueWork(new Date('2026-11-27T10:00:00Z'))
    const cancelled = (await outboxOf(reference)).filter(({ noticeKind }) => noticeKind === 'cancelled')
    expect(cancelled.map(({ recipient }) => recipient).sort()).toEqual([
      '+393330000001',
      '1001',
      'callcentre@example.org',
      'jonas@example.org',
    ])
    await runDueWork(new Date('2026-12-01T11:00:00Z'))
    expect((await outboxOf(reference)).map(({ noticeKind }) => noticeKind)).not.toContain('day_before')
    const { outages } = await findOutages(inside, new Date('2026-11-27T11:00:00Z'))
    expect(outages.find((outage) => outage.reference === reference)?.state).toBe('cancelled')
  })

  it('tells nobody of the cancellation of works that nobody had heard of', async () => {
    const { reference } = await publish({ title: 'Cancelled in silence' })
    await cancelWorks(OPERATOR, { reference, reason: 'Drawn by mistake' }, NOW)
    await runDueWork(NOW)
    expect(await outboxOf(reference)).toEqual([])
  })

  it('waits until morning to tell of a cancellation made at night', async () => {
    const { reference } = await publish({ title: 'Cancelled at night' })
    await runDueWork(new Date('2026-11-26T09:00:00Z'))
    const night = new Date('2026-11-27T22:30:00Z')
    await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, night)
    const { notices } = await getWorksDetail(OPERATOR, reference, night)
    expect(notices.find(({ kind }) => kind === 'cancelled')?.dueAt).toBe('2026-11-28T07:00:00.000Z')
  })

  it('tells those who had heard the new time, and plans the rest anew', async () => {
    const { reference } = await publish({ title: 'Moved' })
    await runDueWork(new Date('2026-11-26T09:00:00Z'))
    const moved = await rescheduleWorks(
      OPERATOR,
      { reference, windows: [{ start: '2026-12-03T09:00', end: '2026-12-03T11:00' }] },
      new Date('2026-11-27T10:00:00Z'),
    )
    expect(moved.version).toBe(2)
    await runDueWork(new Date('2026-11-27T10:00:00Z'))
    const changed = (await outboxOf(reference)).filter(({ noticeKind }) => noticeKind === 'changed')
    expect(changed.map(({ recipient }) => recipient)).toContain('+393330000001')
    await runDueWork(new Date('2026-11-30T09:30:00Z'))
    expect((await outboxOf(reference)).map(({ noticeKind }) => noticeKind)).not.toContain('day_before')
    await runDueWork(new Date('2026-12-02T09:00:00Z'))
    expect((await outboxOf(reference)).filter(({ noticeKind }) => noticeKind === 'day_before').length).toBeGreaterThan(2)
  })

  it('refuses to publish twice, and to publish what hits nobody', async () => {
    const { reference } = await publish({ title: 'Published once' })
    await expect(publishWorks(OPERATOR, { reference }, NOW)).rejects.toMatchObject({ detail: { reason: 'works_already_published' } })
    await expect(publish({ parts: [{ area: square(20, 20, 1), windows: [WINDOW] }] })).rejects.toMatchObject({
      detail: { reason: 'works_hit_nobody' },
    })
    const draft = await database().works.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(draft.state).toBe('draft')
    expect(await database().notice.count({ where: { worksId: draft.id } })).toBe(0)
  })

  it('publishes once when two click at the same moment', async () => {
    const { reference } = await createWorks(OPERATOR, works({ title: 'Clicked twice' }), NOW)
    const results = await Promise.allSettled([1, 2].map(() => publishWorks(OPERATOR, { reference }, NOW)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('asks for a reason when the law cannot be kept any more', async () => {
    const now = new Date('2026-11-30T12:00:00Z')
    const { reference } = await createWorks(OPERATOR, works({ title: 'Short notice' }), now)
    await expect(publishWorks(OPERATOR, { reference }, now)).rejects.toMatchObject({ detail: { reason: 'short_notice_needs_reason' } })
    const published = await publishWorks(OPERATOR, { reference, shortNoticeReason: 'The pipe leaks' }, now)
    expect(published.legal?.ok).toBe(false)
    expect(published.notices.filter(({ state }) => state === 'skipped').map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['advance', 'legal', 'day_before']),
    )
  })

  it('rehearses a plan without writing anything', async () => {
    const { reference } = await createWorks(OPERATOR, works({ title: 'Rehearsed' }), NOW)
    const before = await database().message.count()
    const { notices } = await rehearseWorks(OPERATOR, reference, NOW)
    expect(notices.map(({ kind }) => kind)).toEqual(['advance', 'day_before', 'same_day'])
    expect(notices[0]?.people).toBeGreaterThanOrEqual(3)
    expect(notices[0]?.groups).toEqual(expect.arrayContaining([expect.objectContaining({ channel: 'email', language: 'lt', people: 1 })]))
    expect(await database().message.count()).toBe(before)
    expect((await getWorksDetail(OPERATOR, reference, NOW)).state).toBe('draft')
  })

  it('never changes a line of the audit trail', async () => {
    const update = database().auditEntry.updateMany({ data: { actor: 'somebody else' } })
    await expect(update).rejects.toThrow(/append-only/)
    await expect(database().auditEntry.deleteMany()).rejects.toThrow(/append-only/)
  })
})
