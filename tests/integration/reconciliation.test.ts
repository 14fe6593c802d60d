import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getDeliveriesRoute } from '@/app/api/v1/works/[reference]/deliveries/route'
import type { Actor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/create-api-key'
import { database } from '@/lib/db/client'
import { findDoubts } from '@/lib/notices/find-doubts'
import { getDeliveries } from '@/lib/notices/get-deliveries'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { runDueWork } from '@/lib/notices/run-due-work'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const DUE = new Date('2026-11-26T09:00:00Z')

async function publish(title: string): Promise<string> {
  const parts = [{ area: square(0, 0, 3), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T12:30' }] }]
  const { reference } = await createWorks(OPERATOR, { service: 'water', title, parts }, NOW)
  await publishWorks(OPERATOR, { reference }, NOW)
  return reference
}

async function firstNotice(reference: string) {
  const { notices } = await getDeliveries(OPERATOR, reference, DUE)
  const [notice] = notices
  if (!notice) throw new Error('There is no notice.')
  return notice
}

describe('people and messages of a notice', () => {
  beforeAll(async () => {
    await createUtility()
    await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
    await addHousehold({ x: 2, y: 2, street: 'Via Roma', number: 2, channel: 'email', value: 'jonas@example.org', language: 'lt' })
    await addHousehold({ x: 2, y: 1, street: 'Via Roma', number: 4, channel: 'telegram', value: '1001', language: 'uk' })
  })

  it('have nothing to say before the notice is opened', async () => {
    expect(await firstNotice(await publish('Not opened'))).toMatchObject({ audience: null, reconciliation: 'not_opened' })
  })

  it('are under way while messages wait, and come out even when all are sent', async () => {
    const reference = await publish('Counted')
    await openDueNotices(DUE, reference)
    expect(await firstNotice(reference)).toMatchObject({ audience: 4, reconciliation: 'under_way', counts: { queued: 4 } })
    await runDueWork(DUE)
    expect(await firstNotice(reference)).toMatchObject({ audience: 4, reconciliation: 'closes', counts: { queued: 0, delivered: 4 } })
  })

  it('leave a message that stands in for another out of the count', async () => {
    const reference = await publish('Stood in for')
    await runDueWork(DUE)
    const { id } = await firstNotice(reference)
    const lost = await database().message.findFirstOrThrow({ where: { noticeId: id, channel: 'sms' } })
    await database().message.create({
      data: {
        ...{ noticeId: id, contactId: 999_999, channel: 'email', language: 'it', state: 'queued', nextAttemptAt: DUE, createdAt: DUE },
        ...{ fallbackFor: lost.id, aboutContactId: lost.contactId },
      },
    })
    expect(await firstNotice(reference)).toMatchObject({
      audience: 4,
      reconciliation: 'closes',
      counts: { delivered: 4, queued: 0 },
      standIns: { queued: 1 },
    })
    await database().message.updateMany({ where: { contactId: 999_999 }, data: { state: 'expired' } })
  })

  it('are found by doctor when they do not come out even, and what is unknown is counted', async () => {
    const reference = await publish('Lost a message')
    await runDueWork(DUE)
    const { id } = await firstNotice(reference)
    expect((await findDoubts(DUE)).differing).toEqual([])
    await database().notice.update({ where: { id }, data: { audience: 5 } })
    await database().message.updateMany({ where: { noticeId: id, channel: 'telegram' }, data: { state: 'unknown' } })
    await database().contact.updateMany({ where: { channel: 'telegram' }, data: { state: 'unreachable', unreachableReason: 'blocked' } })
    expect(await findDoubts(DUE)).toEqual({
      differing: [{ reference, kind: 'advance', dueAt: DUE.toISOString() }],
      unknown: 1,
      unreachable: 1,
    })
    expect(await firstNotice(reference)).toMatchObject({ reconciliation: 'differs', counts: { unknown: 1 } })
    const muchLater = new Date(DUE.getTime() + 40 * 86_400_000)
    expect(await findDoubts(muchLater)).toMatchObject({ differing: [], unknown: 0, unreachable: 1 })
  })

  it('are told to a program with a key, and to none without', async () => {
    const reference = await publish('Asked for')
    const { key } = await createApiKey({ kind: 'cli', name: 'test', source: 'cli' }, { name: 'reader', scopes: ['works:read'] }, NOW)
    const ask = (headers: [string, string][]) =>
      getDeliveriesRoute(new Request('http://localhost/', { headers }), { params: Promise.resolve({ reference }) })
    const answer = await ask([['authorization', `Bearer ${key}`]])
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      reference,
      notices: [{ kind: 'advance', audience: null, counts: {}, standIns: {}, reconciliation: 'not_opened' }, {}, {}],
    })
    expect((await ask([])).status).toBe(401)
  })
})
