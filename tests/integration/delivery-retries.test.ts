import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { sweep } from '@/lib/notices/sweep'
import {
  ADVANCE,
  addPeople,
  calmDown,
  deliver,
  findMessages,
  getNotice,
  later,
  MINUTE,
  publish,
  receivedBy,
  SAME_DAY,
  startLab,
} from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'telegram'], environment: { SMS_RATE: '20' } })
/** What Twilio says of an account without money: no fault of the message. */
const NO_MONEY = { status: 401, code: 20003 }

beforeAll(createUtility)
beforeEach(() => calmDown(lab))

it('tries again after growing waits, and not before', async () => {
  await addPeople(0, 1)
  const reference = await publish(0)
  lab.twilio.provider.behaviour.refuse = [NO_MONEY]
  const waits: number[] = []
  let now = ADVANCE
  for (let attempt = 1; attempt <= 8; attempt++) {
    await deliver(now)
    const [message] = await findMessages(reference, 'advance')
    expect(message).toMatchObject({ state: 'queued', attempt, errorCode: 'twilio_20003', claimToken: null })
    const next = message?.nextAttemptAt ?? now
    waits.push(Math.round((next.getTime() - now.getTime()) / MINUTE))
    await deliver(later(next, -MINUTE / 2))
    expect(lab.twilio.provider.log.summary().refused).toBe(attempt)
    now = next
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  lab.twilio.provider.behaviour.refuse = []
  await deliver(now)
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sent', attempt: 9, errorCode: null }])
  expect(receivedBy(lab, 'twilio')).toHaveLength(1)
})

it('tells Twilio for how long a message is of use, and lets it expire after that', async () => {
  const [first, second] = await addPeople(4, 2)
  const reference = await publish(4)
  const others = { works: { reference }, kind: { not: 'same_day' } } as const
  await database().notice.updateMany({ where: others, data: { state: 'superseded' } })
  await openDueNotices(SAME_DAY, reference)
  const { notAfter } = await getNotice(reference, 'same_day')
  const [failing, fine] = await findMessages(reference, 'same_day')
  expect([failing?.contactId, fine?.contactId]).toEqual([first, second])
  const { value } = await database().contact.findUniqueOrThrow({ where: { id: first ?? 0 } })
  lab.twilio.provider.behaviour.refuse = [{ ...NO_MONEY, recipients: [value] }]

  await deliverDue(async () => SAME_DAY)
  const left = (notAfter.getTime() - SAME_DAY.getTime()) / 1000
  const [taken] = receivedBy(lab, 'twilio')
  expect(Number(taken?.fields.ValidityPeriod)).toBeGreaterThan(left - 30)
  expect(Number(taken?.fields.ValidityPeriod)).toBeLessThanOrEqual(left)

  for (let now = SAME_DAY; now < notAfter; now = later(now, 20 * MINUTE)) await deliverDue(async () => now)
  lab.twilio.provider.behaviour.refuse = []
  await deliverDue(async () => notAfter)
  await sweep(notAfter)
  expect((await findMessages(reference, 'same_day')).map(({ state }) => state)).toEqual(['expired', 'sent'])
  expect((await getNotice(reference, 'same_day')).state).toBe('done')
  expect(receivedBy(lab, 'twilio')).toHaveLength(1)
})

it('does not say what became too late while it waited for its turn', async () => {
  await addPeople(8, 1)
  const reference = await publish(8)
  await database().notice.updateMany({ where: { works: { reference }, kind: 'advance' }, data: { notAfter: later(ADVANCE, 500) } })
  await database().$executeRaw`
    INSERT INTO sender_pace (sender, next_at) VALUES ('twilio', clock_timestamp() + interval '1 second')`
  await openDueNotices(ADVANCE)
  await deliverDue(async () => ADVANCE, { isOver: () => true })
  expect(receivedBy(lab, 'twilio')).toEqual([])
  await sweep(later(ADVANCE, 1000))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'expired' }])
})

it('takes no more where turns are given away for long already', async () => {
  await addPeople(12, 3)
  const reference = await publish(12)
  await database().$executeRaw`
    INSERT INTO sender_pace (sender, next_at) VALUES ('twilio', clock_timestamp() + interval '5 minutes')`
  await deliver(ADVANCE)
  expect((await findMessages(reference, 'advance')).map(({ state, attempt }) => [state, attempt])).toEqual(Array(3).fill(['queued', 0]))
  await calmDown(lab)
  await deliver(ADVANCE)
  expect(receivedBy(lab, 'twilio')).toHaveLength(3)
})

it('takes what is useless soonest before a backlog that is older', async () => {
  const aBatch = 20
  await addPeople(16, aBatch + 4)
  const urgent = await addPeople(20, 4)
  await publish(16)
  await publish(20, ['08:30', '10:00'])
  await openDueNotices(ADVANCE)
  await deliverDue(async () => ADVANCE, { isOver: () => true })
  const contacts = await database().contact.findMany({ where: { id: { in: urgent } }, select: { value: true } })
  const firstBatch = receivedBy(lab, 'twilio').map(({ to }) => to)
  expect(firstBatch).toHaveLength(aBatch)
  expect(firstBatch).toEqual(expect.arrayContaining(contacts.map(({ value }) => value)))
  await deliver(ADVANCE)
  expect(receivedBy(lab, 'twilio')).toHaveLength(aBatch + 8)
})
