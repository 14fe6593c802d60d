import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { sweep } from '@/lib/notices/sweep'
import { ADVANCE, addPeople, calmDown, deliver, findMessages, HOUR, later, MINUTE, publish, receivedBy, startLab } from './delivery-lab'
import { createUtility } from './factories'

// Small batches, each of which is a choice between the senders.
const lab = startLab({
  use: ['twilio', 'twilio_2'],
  environment: { SMS_RATE: '40', TWILIO_SENDER: 'AcqueUno', TWILIO_2_SENDER: 'AcqueDue' },
})
const NO_MONEY = { status: 401, code: 20003 }

beforeAll(createUtility)
beforeEach(() => calmDown(lab))

async function setShares(points: [number, number], changedAt = new Date(0)): Promise<void> {
  for (const [index, sender] of ['twilio', 'twilio_2'].entries()) {
    const share = { channel: 'sms', points: points[index] ?? 0, changedAt } as const
    await database().senderShare.upsert({ where: { sender }, create: { sender, ...share }, update: share })
  }
}

async function shares(): Promise<number[]> {
  const rows = await database().senderShare.findMany({ orderBy: { sender: 'asc' } })
  return rows.map(({ points }) => points)
}

const audited = async () =>
  (await database().auditEntry.findMany({ where: { action: 'senders.balance' }, orderBy: { id: 'asc' } })).map(({ actor, after }) => [
    actor,
    after,
  ])

/** So many SMS of each sender, sent a while ago and not delivered since, or delivered at once. */
async function addSent(reference: string, sender: string, sentAt: Date, counts: { slow: number; quick: number }): Promise<void> {
  const { id: noticeId } = await database().notice.findFirstOrThrow({ where: { works: { reference }, kind: 'advance' } })
  const { _max } = await database().message.aggregate({ _max: { contactId: true } })
  const base = { noticeId, channel: 'sms', language: 'it', provider: sender, sentAt, createdAt: sentAt, nextAttemptAt: sentAt } as const
  await database().message.createMany({
    data: Array.from({ length: counts.slow + counts.quick }, (_, index) => ({
      ...base,
      contactId: (_max.contactId ?? 0) + 1000 + index,
      ...(index < counts.slow ? { state: 'sent' as const } : { state: 'delivered' as const, deliveredAt: later(sentAt, 20_000) }),
    })),
  })
}

it('shares messages by points, each sender under its own name', async () => {
  await addPeople(0, 12)
  await publish(0)
  await setShares([0, 100])
  await deliver(ADVANCE)
  expect([receivedBy(lab, 'twilio').length, receivedBy(lab, 'twilio_2').length]).toEqual([0, 12])
  expect(new Set(receivedBy(lab, 'twilio_2').map(({ fields }) => fields.From))).toEqual(new Set(['AcqueDue']))
})

it('gives all to the other when one is asked to be left alone', async () => {
  await addPeople(4, 12)
  const reference = await publish(4)
  await setShares([100, 0])
  lab.twilio.provider.behaviour.rate = 1
  for (let seconds = 0; seconds <= 20; seconds += 2) await deliver(later(ADVANCE, seconds * 1000))
  const [first, second] = [receivedBy(lab, 'twilio').length, receivedBy(lab, 'twilio_2').length]
  expect(first + second).toBe(12)
  expect(second).toBeGreaterThan(first)
  expect((await findMessages(reference, 'advance')).map(({ state }) => state)).toEqual(Array(12).fill('sent'))
})

it('moves ten points away from a burst of errors, once a minute, and back after a quiet hour', async () => {
  await addPeople(8, 60)
  await publish(8)
  await setShares([100, 0])
  lab.twilio.provider.behaviour.refuse = [NO_MONEY]
  await deliver(ADVANCE)
  await sweep(later(ADVANCE, 10_000))
  expect(await shares()).toEqual([90, 10])
  await sweep(later(ADVANCE, 20_000))
  expect(await shares()).toEqual([90, 10])
  await setShares([40, 60], ADVANCE)
  await sweep(later(ADVANCE, 61 * MINUTE))
  expect(await shares()).toEqual([50, 50])
  expect(await audited()).toEqual([
    ['system:preavviso', { from: 'twilio', to: 'twilio_2', points: 10 }],
    ['system:preavviso', { from: 'twilio_2', to: 'twilio', points: 10 }],
  ])
})

it('moves ten points away from a sender whose deliveries are slow, and nothing when both are', async () => {
  await addPeople(12, 1, 'email')
  const reference = await publish(12)
  await deliver(ADVANCE)
  const sentAt = later(ADVANCE, 5 * HOUR)
  const now = later(sentAt, 10 * MINUTE)
  await setShares([50, 50])
  await addSent(reference, 'twilio', sentAt, { slow: 2, quick: 18 })
  await addSent(reference, 'twilio_2', sentAt, { slow: 0, quick: 20 })
  await sweep(now)
  expect(await shares()).toEqual([50, 50])
  await addSent(reference, 'twilio', sentAt, { slow: 2, quick: 0 })
  await sweep(now)
  expect(await shares()).toEqual([40, 60])

  await setShares([50, 50])
  await addSent(reference, 'twilio_2', sentAt, { slow: 20, quick: 0 })
  await sweep(later(now, MINUTE))
  expect(await shares()).toEqual([50, 50])
})

it('counts the quick ones too whose notice is done already', async () => {
  await addPeople(16, 1, 'email')
  await addPeople(20, 1, 'email')
  const [finished, slow] = [await publish(16), await publish(20)]
  await deliver(ADVANCE)
  const sentAt = later(ADVANCE, 8 * HOUR)
  await setShares([50, 50])
  await addSent(finished, 'twilio', sentAt, { slow: 0, quick: 50 })
  await database().notice.updateMany({
    where: { works: { reference: finished }, kind: 'advance' },
    data: { state: 'done', doneAt: later(sentAt, MINUTE) },
  })
  await addSent(slow, 'twilio', sentAt, { slow: 2, quick: 0 })
  await sweep(later(sentAt, 10 * MINUTE))
  expect(await shares()).toEqual([50, 50])
})
