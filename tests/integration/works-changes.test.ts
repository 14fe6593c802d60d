import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { NoticeKind } from '@/lib/db/generated/enums'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { runDueWork } from '@/lib/notices/run-due-work'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { findOutages } from '@/lib/works/find-outages'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import type { WindowInput } from '@/lib/works/works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
/** Tuesday 1 December, from nine to half past twelve in Rome: an hour behind, in UTC. */
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const ANNA = '+393330000001'
const EVA = '+393330000008'
const JONAS = 'jonas@example.org'

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`)

async function publish(windows: WindowInput[] = [WINDOW], now = NOW): Promise<string> {
  const draft = { service: 'water', title: 'New main in Via Roma', parts: [{ area: square(0, 0, 3), windows }] }
  const { reference } = await createWorks(OPERATOR, draft, now)
  await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, now)
  return reference
}

async function running(windows?: WindowInput[]): Promise<string> {
  const reference = await publish(windows)
  for (const now of [new Date('2026-11-26T09:00:00Z'), new Date('2026-11-30T09:00:00Z'), at('07:00'), at('08:00')]) await runDueWork(now)
  return reference
}

/** What reached whom of a kind, the call centre apart. */
async function heard(reference: string, kind: NoticeKind) {
  const rows = await database().message.findMany({
    where: { state: { in: ['sent', 'delivered'] } },
    orderBy: { id: 'asc' },
  })
  const notices = await database().notice.findMany({ where: { kind, works: { reference } } })
  const ids = new Set(notices.map(({ id }) => id))
  return rows.filter((row) => ids.has(row.noticeId) && !row.recipient?.startsWith('callcentre'))
}

const recipients = async (reference: string, kind: NoticeKind) => (await heard(reference, kind)).map(({ recipient }) => recipient)

/** As if a provider had taken one person's message of a kind, and not answered yet. */
async function putWithProvider(reference: string, kind: NoticeKind, contactId: number) {
  const message = await database().message.findFirstOrThrow({
    where: {
      contactId,
      noticeId: { in: (await database().notice.findMany({ where: { kind, works: { reference } } })).map(({ id }) => id) },
    },
  })
  await database().message.update({
    where: { id: message.id },
    data: { state: 'sending', claimToken: randomUUID(), claimedAt: new Date() },
  })
  const answer = (data: object) => database().message.update({ where: { id: message.id }, data: { claimToken: null, ...data } })
  return { answer }
}

async function notices(reference: string, version: number) {
  const found = await database().notice.findMany({ where: { version, works: { reference } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
  return found.map(({ kind, dueAt, state, skipReason }) => [kind, dueAt.toISOString().slice(11, 16), state, skipReason])
}

describe('changes of works', () => {
  let anna: { addressId: number; contactId: number }

  beforeAll(async () => {
    await createUtility()
    anna = await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: ANNA, language: 'it' })
    await addHousehold({ x: 2, y: 2, street: 'Via Roma', number: 2, channel: 'email', value: JONAS, language: 'lt' })
  })

  describe('extending', () => {
    it('tells those who had heard the new end, once, and freezes the same points', async () => {
      const reference = await running()
      const extended = await extendWorks(OPERATOR, { reference, until: '14:00' }, at('10:00'))
      expect(extended).toMatchObject({ version: 2, state: 'running', affected: { servicePoints: 2 }, legal: { ok: true } })
      await runDueWork(at('10:00'))
      await runDueWork(at('10:05'))
      expect((await recipients(reference, 'extended')).sort()).toEqual([ANNA, JONAS])
      const [sms] = (await heard(reference, 'extended')).filter(({ channel }) => channel === 'sms')
      expect(sms?.text).toContain('14:00')
      expect(await recipients(reference, 'same_day')).toHaveLength(2)
      const { outages } = await findOutages(anna.addressId, at('12:00'))
      expect(outages.find((outage) => outage.reference === reference)).toMatchObject({ state: 'running', end: '2026-12-01T13:00:00.000Z' })
      await runDueWork(at('11:45'))
      expect((await getWorksDetail(OPERATOR, reference, at('11:45'))).state).toBe('running')
      await runDueWork(at('13:00'))
      expect((await getWorksDetail(OPERATOR, reference, at('13:00'))).state).toBe('ended')
    })

    it('tells nobody of less than a quarter of an hour, until it adds up', async () => {
      const reference = await running()
      await extendWorks(OPERATOR, { reference, until: '12:40' }, at('10:00'))
      expect(await notices(reference, 2)).toEqual([['extended', '10:00', 'skipped', 'small_change']])
      await runDueWork(at('10:00'))
      expect(await heard(reference, 'extended')).toEqual([])
      await extendWorks(OPERATOR, { reference, until: '12:45' }, at('10:10'))
      await runDueWork(at('10:10'))
      expect((await heard(reference, 'extended')).map(({ text }) => text?.includes('12:45'))).toEqual([true, true])
    })

    it('tells at most once in half an hour, then the newest end', async () => {
      const reference = await running()
      await extendWorks(OPERATOR, { reference, until: '13:30' }, at('10:00'))
      await runDueWork(at('10:00'))
      await extendWorks(OPERATOR, { reference, until: '14:00' }, at('10:10'))
      await extendWorks(OPERATOR, { reference, until: '15:00' }, at('10:20'))
      expect(await notices(reference, 3)).toEqual([['extended', '10:30', 'superseded', null]])
      expect(await notices(reference, 4)).toEqual([['extended', '10:30', 'planned', null]])
      await runDueWork(at('10:29'))
      expect(await heard(reference, 'extended')).toHaveLength(2)
      await runDueWork(at('10:30'))
      const told = (await heard(reference, 'extended'))
        .filter(({ channel }) => channel === 'sms')
        .map(({ text }) => text?.match(/1\d:\d0/)?.[0])
      expect(told).toEqual(['13:30', '15:00'])
    })

    it('gives those who had heard nothing yet the new end alone', async () => {
      const reference = await publish()
      await openDueNotices(new Date('2026-11-26T09:00:00Z'))
      await database().message.updateMany({ where: { state: 'queued' }, data: { state: 'failed' } })
      await openDueNotices(new Date('2026-11-30T09:00:00Z'))
      await database().message.updateMany({ where: { state: 'queued' }, data: { state: 'failed' } })
      await openDueNotices(at('07:00'))
      const other = await database().message.findFirstOrThrow({
        where: { contactId: { not: anna.contactId }, state: 'queued', channel: 'email', language: 'lt' },
      })
      await database().message.update({
        where: { id: other.id },
        data: { state: 'sent', sentAt: at('07:00'), recipient: JONAS, text: 'old' },
      })
      await extendWorks(OPERATOR, { reference, until: '14:00' }, at('08:30'))
      await runDueWork(at('08:30'))
      expect(await recipients(reference, 'extended')).toEqual([JONAS])
      const sameDay = await heard(reference, 'same_day')
      expect(sameDay.map(({ recipient }) => recipient).sort()).toEqual([ANNA, JONAS])
      expect(sameDay.find(({ recipient }) => recipient === ANNA)?.text).toContain('14:00')
    })

    it.each([
      ['extended', 'was sent after all', { state: 'sent', sentAt: at('08:31'), recipient: ANNA, text: 'old' }],
      ['same_day', 'was refused for good', { state: 'failed', errorCode: '21211' }],
    ] as const)('waits for a message that is with a provider, and tells by `%s` whoever it %s', async (kind, _, outcome) => {
      const reference = await publish()
      await openDueNotices(at('07:00'), reference)
      await database().message.updateMany({ where: { state: 'queued', contactId: { not: anna.contactId } }, data: { state: 'expired' } })
      const { answer } = await putWithProvider(reference, 'same_day', anna.contactId)
      const others = await database().notice.findMany({ where: { kind: { in: ['advance', 'day_before'] }, works: { reference } } })
      await database().message.updateMany({ where: { noticeId: { in: others.map(({ id }) => id) } }, data: { state: 'expired' } })
      await extendWorks(OPERATOR, { reference, until: '14:00' }, at('08:30'))
      await openDueNotices(at('08:30'), reference)
      expect(await heard(reference, 'extended')).toEqual([])
      await answer(outcome)
      await runDueWork(at('08:32'))
      const newFacts = [...(await heard(reference, 'extended')), ...(await heard(reference, 'same_day'))].filter(
        ({ recipient, text }) => recipient === ANNA && text !== 'old',
      )
      expect(newFacts.map(({ text }) => text?.includes('14:00'))).toEqual([true])
      expect((await recipients(reference, kind)).includes(ANNA)).toBe(true)
    })

    it('keeps what is planned for the nights to come as it was', async () => {
      const reference = await running([WINDOW, { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }])
      await extendWorks(OPERATOR, { reference, until: '14:00' }, at('08:30'))
      expect(await notices(reference, 2)).toEqual([
        ['extended', '08:30', 'planned', null],
        ['day_before', '09:00', 'planned', null],
        ['same_day', '07:00', 'planned', null],
      ])
      await runDueWork(at('09:00'))
      expect(await recipients(reference, 'day_before')).toHaveLength(4)
    })

    it('takes an end that somebody gives when it is past already, but not half a day later', async () => {
      const reference = await running()
      await runDueWork(at('11:35'))
      const { state } = await extendWorks(OPERATOR, { reference, until: '13:30' }, at('11:40'))
      expect(state).toBe('running')
      await runDueWork(new Date('2026-12-02T08:00:00Z'))
      await expect(extendWorks(OPERATOR, { reference, until: '13:30' }, new Date('2026-12-02T08:00:00Z'))).rejects.toMatchObject({
        detail: { reason: 'works_ended' },
      })
    })

    it.each([
      ['12:00', 'extension_not_later'],
      ['2026-12-01T08:00', 'extension_in_past'],
      ['later', 'time_not_understood'],
      ['2027-12-01T14:00', 'window_too_long'],
      ['2026-12-02T10:00', 'windows_overlap'],
    ])('refuses until %s: %s', async (until, reason) => {
      const reference = await running([WINDOW, { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }])
      await expect(extendWorks(OPERATOR, { reference, until }, at('08:30'))).rejects.toMatchObject({ detail: { reason, field: 'until' } })
      expect((await getWorksDetail(OPERATOR, reference, at('08:30'))).version).toBe(1)
    })

    it('is refused before works begin and for strangers', async () => {
      const reference = await publish()
      await expect(extendWorks(OPERATOR, { reference, until: '14:00' }, NOW)).rejects.toMatchObject({
        detail: { reason: 'works_not_begun' },
      })
      const stranger: Actor = { kind: 'public', source: '127.0.0.1' }
      await expect(extendWorks(stranger, { reference, until: '14:00' }, NOW)).rejects.toMatchObject({ code: 'unauthenticated' })
    })
  })

  describe('restoring', () => {
    it('tells those who had heard that supply is back, and nothing later', async () => {
      const reference = await running()
      await extendWorks(OPERATOR, { reference, until: '14:00' }, at('09:50'))
      const restored = await restoreWorks(OPERATOR, { reference }, at('09:55'))
      expect(restored).toMatchObject({ version: 3, state: 'ended' })
      for (const time of ['09:55', '10:30', '12:00', '13:30']) await runDueWork(at(time))
      expect((await recipients(reference, 'restored')).sort()).toEqual([ANNA, JONAS])
      expect(await heard(reference, 'extended')).toEqual([])
      expect((await findOutages(anna.addressId, at('10:00'))).outages.some((outage) => outage.reference === reference)).toBe(false)
      await expect(restoreWorks(OPERATOR, { reference }, at('10:00'))).rejects.toMatchObject({ detail: { reason: 'supply_is_back' } })
      await expect(extendWorks(OPERATOR, { reference, until: '15:00' }, at('10:00'))).rejects.toMatchObject({
        detail: { reason: 'supply_is_back' },
      })
    })

    it('lets people sleep: what is back at night is told in the morning', async () => {
      const reference = await publish([{ start: '2026-12-01T22:00', end: '2026-12-02T05:00' }])
      await runDueWork(new Date('2026-11-30T09:00:00Z'))
      await runDueWork(at('21:00'))
      const { notices: planned } = await restoreWorks(OPERATOR, { reference }, at('23:30'))
      expect(planned).toMatchObject([{ kind: 'restored', dueAt: '2026-12-02T07:00:00.000Z', notAfter: '2026-12-02T11:00:00.000Z' }])
    })

    it('goes on with the windows to come', async () => {
      const reference = await running([WINDOW, { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }])
      expect((await restoreWorks(OPERATOR, { reference }, at('08:30'))).state).toBe('running')
      await runDueWork(at('09:00'))
      expect(await recipients(reference, 'day_before')).toHaveLength(4)
      expect(await recipients(reference, 'restored')).toHaveLength(2)
    })
  })

  describe('moving and cancelling', () => {
    it('tells nobody twice when a stage falls due with the change', async () => {
      const reference = await publish()
      await runDueWork(new Date('2026-11-26T09:00:00Z'))
      await addHousehold({ x: 1.5, y: 1.5, street: 'Via Roma', number: 8, channel: 'sms', value: EVA, language: 'it' })
      const now = new Date('2026-11-27T10:00:00Z')
      const windows = [{ start: '2026-11-27T12:00', end: '2026-11-27T14:00' }]
      await rescheduleWorks(OPERATOR, { reference, windows, shortNoticeReason: 'The pipe leaks' }, now)
      for (const minutes of [0, 1, 29]) await runDueWork(new Date(now.getTime() + minutes * 60_000))
      expect((await recipients(reference, 'changed')).sort()).toEqual([ANNA, JONAS])
      expect(await recipients(reference, 'same_day')).toEqual([EVA])
    })

    it('does not take those who heard only the new facts for those who heard the old', async () => {
      const reference = await publish()
      await openDueNotices(new Date('2026-11-26T09:00:00Z'), reference)
      await database().message.updateMany({ where: { state: 'queued' }, data: { state: 'failed' } })
      const now = new Date('2026-11-27T10:00:00Z')
      const windows = [{ start: '2026-11-27T12:00', end: '2026-11-27T14:00' }]
      await rescheduleWorks(OPERATOR, { reference, windows, shortNoticeReason: 'The pipe leaks' }, now)
      await runDueWork(now)
      expect(await heard(reference, 'changed')).toEqual([])
      expect((await recipients(reference, 'same_day')).sort()).toEqual([ANNA, EVA, JONAS])
    })

    it('takes back what is opened at the very moment of cancelling', async () => {
      const due = new Date('2026-11-26T09:00:00Z')
      for (let round = 0; round < 10; round++) {
        const reference = await publish()
        await Promise.all([openDueNotices(due, reference), cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, due)])
      }
      const left = await database().$queryRaw<unknown[]>`
        SELECT 1 FROM message JOIN notice ON notice.id = notice_id JOIN works ON works.id = works_id
        WHERE works.state = 'cancelled' AND message.state = 'queued' AND notice.kind <> 'cancelled'`
      expect(left).toEqual([])
    })
  })
})
