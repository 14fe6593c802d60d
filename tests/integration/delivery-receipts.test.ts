import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { runDueWork } from '@/lib/notices/run-due-work'
import { type BehaviourChange, changeBehaviour } from '../providers/behaviour'
import {
  ADVANCE,
  addContact,
  addPeople,
  calmDown,
  deliver,
  findMessages,
  later,
  MINUTE,
  publish,
  receivedBy,
  startLab,
} from './delivery-lab'
import { createUtility } from './factories'
import { startWebhookServer, type WebhookServer } from './webhook-server'

const lab = startLab({ use: ['twilio', 'resend', 'telegram', 'viber'] })
let webhooks: WebhookServer

beforeAll(async () => {
  webhooks = await startWebhookServer()
  process.env.PUBLIC_URL = webhooks.url
  await createUtility()
})
afterAll(() => webhooks.close())
beforeEach(() => calmDown(lab))

/** Lets the providers that know of delivery send receipts. */
function reportBy(rules: BehaviourChange['receipts']): void {
  for (const name of ['twilio', 'resend', 'viber'] as const)
    changeBehaviour(lab[name].provider.behaviour, { receipts: { url: `${webhooks.url}/api/webhooks/${name}`, ...rules } })
}

/** One person of each channel at `x`, told of works there. */
async function tellFour(x: number): Promise<string> {
  for (const channel of ['sms', 'email', 'telegram', 'viber'] as const) await addPeople(x, 1, channel)
  const reference = await publish(x)
  await deliver(ADVANCE)
  return reference
}

async function statesOf(reference: string): Promise<Record<string, string>> {
  const messages = await findMessages(reference, 'advance')
  return Object.fromEntries(messages.map(({ channel, state }) => [channel, state]))
}

const receiptsTaken = () =>
  Promise.resolve(['twilio', 'resend', 'viber'] as const).then((names) =>
    names.map((name) => lab[name].provider.log.summary().receiptsSent),
  )
const DELIVERED = { sms: 'delivered', email: 'delivered', telegram: 'sent', viber: 'delivered' }

it('takes receipts that come before the answer to the call itself', async () => {
  reportBy({ delay: 0 })
  for (const name of ['twilio', 'resend', 'viber'] as const) lab[name].provider.behaviour.slow = 700
  const reference = await tellFour(0)
  expect(await receiptsTaken()).toEqual([2, 4, 1])
  expect(await statesOf(reference)).toEqual(DELIVERED)
})

it.each([
  ['doubled', { isDoubled: true }],
  ['in the wrong order', { isReversed: true }],
  ['late, doubled and in the wrong order', { delay: 400, isDoubled: true, isReversed: true }],
])('comes to the same when receipts are %s', async (_, rules) => {
  reportBy(rules)
  const x = 4 + 4 * (await database().works.count())
  const reference = await tellFour(x)
  await expect.poll(() => statesOf(reference), { timeout: 10_000 }).toEqual(DELIVERED)
  const all = 'isDoubled' in rules ? [4, 8, 2] : [2, 4, 1]
  await expect.poll(receiptsTaken, { timeout: 10_000 }).toEqual(all)
  expect(await statesOf(reference)).toEqual(DELIVERED)
  const delivered = await findMessages(reference, 'advance')
  expect(delivered.every(({ sentAt, deliveredAt }) => deliveredAt === null || (sentAt !== null && deliveredAt >= sentAt))).toBe(true)
})

it('believes no receipt that is forged', async () => {
  reportBy({ isForged: true })
  const reference = await tellFour(24)
  await expect.poll(() => lab.twilio.provider.log.summary().receiptsFailed, { timeout: 10_000 }).toBe(2)
  await expect.poll(() => lab.viber.provider.log.summary().receiptsFailed, { timeout: 10_000 }).toBe(1)
  expect(await statesOf(reference)).toEqual({ sms: 'sent', email: 'sent', telegram: 'sent', viber: 'sent' })
})

it('lets another contact stand in when a receipt says that the number is not in use, and asks that one no more', async () => {
  reportBy({ undelivered: { code: 30005 } })
  changeBehaviour(lab.resend.provider.behaviour, { receipts: null })
  const [sms = 0] = await addPeople(28, 1)
  const email = await addContact(sms, { channel: 'email', value: 'stand-in@example.org' })
  const reference = await publish(28)
  await deliver(ADVANCE)
  await expect.poll(() => statesOf(reference), { timeout: 10_000 }).toEqual({ sms: 'failed' })
  await runDueWork(later(ADVANCE, MINUTE))
  await runDueWork(later(ADVANCE, 2 * MINUTE))
  expect(await statesOf(reference)).toEqual({ sms: 'failed', email: 'sent' })
  expect(receivedBy(lab, 'resend').map(({ to }) => to)).toEqual(['stand-in@example.org'])
  expect(await database().contact.findUnique({ where: { id: sms } })).toMatchObject({
    state: 'unreachable',
    unreachableReason: 'number_not_in_use',
  })
  const next = await publish(28, ['09:30', '12:00'])
  await deliver(later(ADVANCE, 3 * MINUTE))
  expect((await findMessages(next, 'advance')).map(({ contactId, aboutContactId }) => [contactId, aboutContactId])).toEqual([[email, sms]])
})
