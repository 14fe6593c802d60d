import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { recordReceipts } from '@/lib/notices/record-receipts'
import { sweep } from '@/lib/notices/sweep'
import { ADVANCE, addPeople, calmDown, deliver, findMessages, getNotice, HOUR, later, MINUTE, publish, startLab } from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'resend', 'telegram'] })

beforeAll(createUtility)
beforeEach(() => calmDown(lab))

async function stateOf(reference: string): Promise<string> {
  return (await getNotice(reference, 'advance')).state
}

/** As if a receipt had come for each SMS of a notice. */
async function confirm(reference: string, now: Date): Promise<void> {
  const sms = (await findMessages(reference, 'advance')).filter(({ channel }) => channel === 'sms')
  const receipts = sms.map(({ providerId }) => ({ provider: 'twilio', providerId: providerId ?? '', state: 'delivered' as const }))
  await recordReceipts(
    receipts.map((receipt) => ({ ...receipt, errorCode: null, at: now })),
    now,
  )
}

it('is done when nothing is on its way any more and every SMS has its receipt, and says so in the audit trail', async () => {
  await addPeople(0, 2)
  await addPeople(0, 1, 'email')
  await addPeople(0, 1, 'telegram')
  const reference = await publish(0)
  await openDueNotices(ADVANCE, reference)
  await sweep(ADVANCE)
  expect(await getNotice(reference, 'advance')).toMatchObject({ state: 'open', audience: 5, handedOver: null })

  lab.telegram.provider.behaviour.refuse = [{ status: 503 }]
  await deliver(ADVANCE)
  await sweep(ADVANCE)
  await confirm(reference, ADVANCE)
  await sweep(ADVANCE)
  expect(await stateOf(reference)).toBe('open')
  lab.telegram.provider.behaviour.refuse = []
  await deliver(later(ADVANCE, 2 * MINUTE))
  await sweep(later(ADVANCE, 2 * MINUTE))

  const notice = await getNotice(reference, 'advance')
  expect(notice).toMatchObject({ state: 'done', audience: 5, handedOver: 5, handedOverInTime: 4 })
  const entries = await database().auditEntry.findMany({ where: { action: 'notice.done', subject: `works:${reference}` } })
  expect(entries).toMatchObject([
    {
      actor: 'system:preavviso',
      after: { notice: notice.id, kind: 'advance', counts: { delivered: 2, sent: 3 }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ])
})

it('stays open while one is in the queue, with its provider, or waits for the receipt that would spare another contact', async () => {
  await addPeople(4, 1)
  const reference = await publish(4)
  await deliver(ADVANCE)
  const [message] = await findMessages(reference, 'advance')
  const where = { id: message?.id ?? 0n }
  for (const state of ['queued', 'sending'] as const) {
    await database().message.update({
      where,
      data: { state, nextAttemptAt: later(ADVANCE, 9 * HOUR), claimedAt: later(ADVANCE, 9 * HOUR) },
    })
    await sweep(later(ADVANCE, 3 * HOUR))
    expect(await stateOf(reference)).toBe('open')
  }
  await database().message.update({ where, data: { state: 'sent' } })
  await sweep(later(ADVANCE, HOUR))
  expect(await stateOf(reference)).toBe('open')
  await confirm(reference, later(ADVANCE, HOUR))
  await sweep(later(ADVANCE, HOUR))
  expect(await stateOf(reference)).toBe('done')
})

it('stays open for ever when a message is lost from the ledger', async () => {
  await addPeople(8, 2, 'telegram')
  const reference = await publish(8)
  await deliver(ADVANCE)
  const [message] = await findMessages(reference, 'advance')
  await expect(database().message.delete({ where: { id: message?.id ?? 0n } })).rejects.toThrow('append-only')
  await database().$executeRaw`ALTER TABLE message DISABLE TRIGGER message_never_deleted`
  await database().message.delete({ where: { id: message?.id ?? 0n } })
  await database().$executeRaw`ALTER TABLE message ENABLE TRIGGER message_never_deleted`
  await sweep(later(ADVANCE, 3 * HOUR))
  await sweep(later((await getNotice(reference, 'advance')).notAfter, HOUR))
  expect(await stateOf(reference)).toBe('open')
})
