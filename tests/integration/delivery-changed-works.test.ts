import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database, transaction } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { runDueWork } from '@/lib/notices/run-due-work'
import { sweep } from '@/lib/notices/sweep'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import {
  ADVANCE,
  addPeople,
  calmDown,
  DAY_BEFORE,
  deliver,
  findMessages,
  later,
  MINUTE,
  OPERATOR,
  PUBLISHED,
  publish,
  receivedBy,
  startLab,
} from './delivery-lab'
import { createUtility, square } from './factories'

const lab = startLab({ use: ['twilio', 'telegram'] })
const NO_MONEY = { status: 401, code: 20003 }
const MOVED = { windows: [{ start: '2026-12-02T14:00', end: '2026-12-02T16:00' }], shortNoticeReason: 'The pipe leaks' }

beforeAll(createUtility)
beforeEach(() => calmDown(lab))

/** Does something while a provider holds a call, and lets the call end after it. */
async function duringCall(name: 'twilio' | 'telegram', act: () => Promise<unknown>, now = ADVANCE): Promise<void> {
  lab[name].provider.behaviour.slow = 1_500
  const calls = deliver(now)
  await expect.poll(() => database().message.count({ where: { state: 'sending' } }), { timeout: 10_000 }).toBeGreaterThan(0)
  await act()
  await calls
  lab[name].provider.behaviour.slow = 0
}

it('takes back a message that was refused for now while its works were moved', async () => {
  await addPeople(0, 2)
  const reference = await publish(0)
  lab.twilio.provider.behaviour.refuse = [NO_MONEY]
  await duringCall('twilio', () => rescheduleWorks(OPERATOR, { reference, ...MOVED }, ADVANCE))
  lab.twilio.provider.behaviour.refuse = []
  const old = await database().message.findMany({ where: { channel: 'sms' } })
  expect(old.map(({ state }) => state)).toEqual(['superseded', 'superseded'])
  for (const minutes of [1, 5, 60]) await runDueWork(later(ADVANCE, minutes * MINUTE))
  expect(receivedBy(lab, 'twilio')).toEqual([])
  for (const due of ['2026-11-27T09:00:00Z', '2026-12-01T09:00:00Z']) await runDueWork(new Date(due))
  const texts = receivedBy(lab, 'twilio').map(({ text }) => text)
  expect(texts.map((text) => text.includes('14:00-16:00') && !text.includes('12:30'))).toEqual(Array(4).fill(true))
})

it('takes back an SMS that Twilio never got, of works cancelled meanwhile', async () => {
  await addPeople(4, 1)
  const reference = await publish(4)
  lab.twilio.provider.behaviour.drop = { next: 1, isBefore: true }
  await deliver(ADVANCE)
  await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, ADVANCE)
  await openDueNotices(ADVANCE)
  expect(await findMessages(reference, 'cancelled')).toEqual([])
  await runDueWork(later(ADVANCE, 2 * MINUTE))
  await runDueWork(later(ADVANCE, 4 * MINUTE))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'superseded' }])
  expect(await findMessages(reference, 'cancelled')).toEqual([])
  expect(receivedBy(lab, 'twilio')).toEqual([])
})

it('waits for who is just changing the works before a message goes back into the queue', async () => {
  await addPeople(8, 1)
  const reference = await publish(8)
  lab.twilio.provider.behaviour.refuse = [NO_MONEY]
  lab.twilio.provider.behaviour.slow = 500
  await openDueNotices(ADVANCE)
  const calls = deliverDue(async () => ADVANCE)
  await expect.poll(() => database().message.count({ where: { state: 'sending' } }), { timeout: 10_000 }).toBeGreaterThan(0)
  const change = transaction(async (db) => {
    await db.$queryRaw`SELECT 1 FROM works WHERE reference = ${reference} FOR UPDATE`
    await db.$executeRaw`UPDATE message SET state = 'superseded' WHERE state = 'queued' AND channel = 'sms'`
    await new Promise((resolve) => setTimeout(resolve, 1_200))
    await db.works.update({ where: { reference }, data: { state: 'cancelled' } })
  })
  await Promise.all([calls, change])
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'superseded' }])
})

it('still tells of the night to come what was refused for now while tonight was extended', async () => {
  await addPeople(12, 1)
  const nights = [
    { start: '2026-11-30T09:00', end: '2026-11-30T12:30' },
    { start: '2026-12-01T09:00', end: '2026-12-01T12:30' },
  ]
  const works = { service: 'water', title: 'Two nights', parts: [{ area: square(12, 0, 3), windows: nights }] }
  const { reference } = await createWorks(OPERATOR, works, PUBLISHED)
  await publishWorks(OPERATOR, { reference }, PUBLISHED)
  for (const now of [new Date('2026-11-25T09:00:00Z'), new Date('2026-11-29T09:00:00Z'), new Date('2026-11-30T07:00:00Z')])
    await runDueWork(now)
  const told = receivedBy(lab, 'twilio').length
  expect(told).toBe(3)
  lab.twilio.provider.behaviour.refuse = [NO_MONEY]
  await duringCall('twilio', () => extendWorks(OPERATOR, { reference, until: '14:00' }, DAY_BEFORE), DAY_BEFORE)
  lab.twilio.provider.behaviour.refuse = []
  for (const minutes of [1, 2, 4]) await runDueWork(later(DAY_BEFORE, minutes * MINUTE))
  const texts = receivedBy(lab, 'twilio').slice(told)
  expect(texts.map(({ text }) => text.includes('1 dic 09:00-12:30')).sort()).toEqual([false, true])
})

it('tells of the cancellation who was being told when works were cancelled', async () => {
  await addPeople(16, 2, 'telegram')
  const reference = await publish(16)
  await duringCall('telegram', () => cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, ADVANCE))
  await deliver(later(ADVANCE, MINUTE))
  await sweep(later(ADVANCE, MINUTE))
  expect((await findMessages(reference, 'cancelled')).map(({ state }) => state)).toEqual(['sent', 'sent'])
  expect(receivedBy(lab, 'telegram')).toHaveLength(4)
})
