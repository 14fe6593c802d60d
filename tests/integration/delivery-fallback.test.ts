import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { runDueWork } from '@/lib/notices/run-due-work'
import { cancelWorks } from '@/lib/works/cancel-works'
import {
  ADVANCE,
  addContact,
  addPeople,
  calmDown,
  deliver,
  findMessages,
  getNotice,
  HOUR,
  later,
  MINUTE,
  OPERATOR,
  publish,
  receivedBy,
  startLab,
} from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'resend', 'telegram', 'viber'] })
/** What Twilio says of a country that it may not send to: no fault of the number. */
const NO_ROUTE = { status: 400, code: 21408 }
const NO_NUMBER = { status: 400, code: 21614 }

beforeAll(createUtility)
beforeEach(() => calmDown(lab))

/** One person told by SMS at `x`, with an e-mail address besides, in Lithuanian; and a third contact, which is never needed. */
async function addFamily(x: number) {
  const [sms = 0] = await addPeople(x, 1)
  const email = await addContact(sms, { channel: 'email', value: `asta${x}@example.org`, language: 'lt' })
  const viber = await addContact(sms, { channel: 'viber', value: `viber-asta-${x}=` })
  return { sms, email, viber, reference: await publish(x) }
}

/** The messages of the first notice, as far as they say who stood in for whom. */
async function told(reference: string) {
  const messages = await findMessages(reference, 'advance')
  return messages.map(({ contactId, state, fallbackFor, aboutContactId }) => ({ contactId, state, fallbackFor, aboutContactId }))
}

async function runFor(start: Date, minutes: number[]): Promise<void> {
  for (const passed of minutes) await runDueWork(later(start, passed * MINUTE))
}

it('tells the next verified contact of a person whose SMS failed for good: once, in its language, of the same address', async () => {
  const { sms, email, reference } = await addFamily(0)
  lab.twilio.provider.behaviour.refuse = [NO_ROUTE]
  await runFor(ADVANCE, [0, 1, 2, 130])
  const [lost] = await findMessages(reference, 'advance')
  expect(await told(reference)).toEqual([
    { contactId: sms, state: 'failed', fallbackFor: null, aboutContactId: null },
    { contactId: email, state: 'sent', fallbackFor: lost?.id, aboutContactId: sms },
  ])
  const [mail] = receivedBy(lab, 'resend')
  expect(mail?.to).toBe('asta0@example.org')
  expect(mail?.text).toMatch(/Via Roma \d+/)
  expect(mail?.text).toContain('vandens')
  expect(receivedBy(lab, 'resend')).toHaveLength(1)
})

it('tells the next contact when no receipt has come for two hours, and not sooner', async () => {
  const { sms, email, reference } = await addFamily(4)
  await runFor(ADVANCE, [0, 60, 119])
  expect(await told(reference)).toMatchObject([{ contactId: sms, state: 'sent' }])
  expect((await getNotice(reference, 'advance')).state).toBe('open')
  await runFor(ADVANCE, [121, 122])
  expect(await told(reference)).toMatchObject([
    { contactId: sms, state: 'sent' },
    { contactId: email, state: 'sent', aboutContactId: sms },
  ])
  await runFor(ADVANCE, [123, 300])
  expect((await getNotice(reference, 'advance')).state).toBe('done')
  expect(receivedBy(lab, 'resend')).toHaveLength(1)
})

it('tells nobody else of a notice that is of no use any more', async () => {
  const { reference } = await addFamily(8)
  await database().notice.updateMany({ where: { works: { reference }, kind: 'advance' }, data: { notAfter: later(ADVANCE, HOUR) } })
  await runFor(ADVANCE, [0, 61, 130])
  expect(await told(reference)).toHaveLength(1)
})

it('tells nobody else where the person has another contact that is told anyway', async () => {
  const { sms, email, reference } = await addFamily(12)
  const { accountId } = await database().subscription.findFirstOrThrow({ where: { contactId: sms } })
  await database().subscription.create({ data: { contactId: email, accountId, role: 'resident' } })
  lab.twilio.provider.behaviour.refuse = [NO_ROUTE]
  await runFor(ADVANCE, [0, 1, 2])
  expect(await told(reference)).toMatchObject([
    { contactId: sms, state: 'failed' },
    { contactId: email, state: 'sent', fallbackFor: null },
  ])
  expect(receivedBy(lab, 'resend')).toHaveLength(1)
})

it('passes over a contact that failed as well', async () => {
  const { sms, email, viber, reference } = await addFamily(16)
  const { accountId } = await database().subscription.findFirstOrThrow({ where: { contactId: sms } })
  await database().subscription.create({ data: { contactId: email, accountId, role: 'resident' } })
  lab.twilio.provider.behaviour.refuse = [NO_ROUTE]
  await deliver(ADVANCE)
  await database().message.updateMany({ where: { contactId: email }, data: { state: 'failed', errorCode: 'resend_bounced' } })
  await runFor(ADVANCE, [1, 2, 3])
  expect((await told(reference)).map(({ contactId, state }) => [contactId, state])).toEqual([
    [sms, 'failed'],
    [email, 'failed'],
    [viber, 'sent'],
  ])
})

it('writes nothing to a person who said STOP, by whatever way we learnt it', async () => {
  const { sms, reference } = await addFamily(20)
  await openDueNotices(ADVANCE, reference)
  await database().contact.update({ where: { id: sms }, data: { state: 'opted_out' } })
  await runFor(ADVANCE, [0, 1, 2])
  expect(await told(reference)).toMatchObject([{ contactId: sms, state: 'suppressed' }])
  const second = await addFamily(24)
  lab.twilio.provider.behaviour.refuse = [{ status: 400, code: 21610 }]
  await runFor(ADVANCE, [0, 1, 2])
  expect(await told(second.reference)).toMatchObject([{ contactId: second.sms, state: 'failed' }])
  expect(await database().contact.findUnique({ where: { id: second.sms } })).toMatchObject({ state: 'opted_out' })
  expect(receivedBy(lab, 'resend')).toEqual([])
})

it('asks no third contact when the stand-in fails too', async () => {
  const { sms, email, reference } = await addFamily(28)
  lab.twilio.provider.behaviour.refuse = [NO_NUMBER]
  await runFor(ADVANCE, [0])
  await database().contact.update({ where: { id: email }, data: { value: 'asta28@gone.example.org' } })
  await deliver(later(ADVANCE, MINUTE))
  await database().message.updateMany({ where: { contactId: email }, data: { state: 'failed', errorCode: 'resend_bounced' } })
  await runFor(ADVANCE, [2, 3, 200])
  expect((await told(reference)).map(({ contactId, state }) => [contactId, state])).toEqual([
    [sms, 'failed'],
    [email, 'failed'],
  ])
  expect((await getNotice(reference, 'advance')).state).toBe('done')
})

it('tells a stand-in of the cancellation, with the address that it was told of', async () => {
  const { sms, email, reference } = await addFamily(32)
  lab.twilio.provider.behaviour.refuse = [NO_NUMBER]
  await runFor(ADVANCE, [0, 1])
  const cancelled = later(ADVANCE, 2 * HOUR)
  await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, cancelled)
  await runFor(cancelled, [0, 1])
  expect(await findMessages(reference, 'cancelled')).toMatchObject([{ contactId: email, state: 'sent', aboutContactId: sms }])
  const [first, second] = receivedBy(lab, 'resend').map(({ text }) => text.match(/Via Roma \d+/)?.[0])
  expect(first).toBeDefined()
  expect(second).toBe(first)
})

it.each(['account', 'address'] as const)('writes to a stand-in from the start where the contact of an %s is unreachable', async (by) => {
  const x = by === 'account' ? 36 : 40
  const { sms, email, reference } = await addFamily(x)
  if (by === 'address') {
    const { account } = await database().subscription.findFirstOrThrow({
      where: { contactId: sms },
      select: { account: { select: { servicePoint: { select: { addressId: true } } } } },
    })
    await database().subscription.updateMany({
      where: { contactId: sms },
      data: { accountId: null, servicePointId: null, addressId: account?.servicePoint.addressId ?? null },
    })
  }
  await database().contact.update({ where: { id: sms }, data: { state: 'unreachable', unreachableReason: 'number_not_in_use' } })
  await runFor(ADVANCE, [0, 1])
  expect(await told(reference)).toEqual([{ contactId: email, state: 'sent', fallbackFor: null, aboutContactId: sms }])
  expect((await getNotice(reference, 'advance')).audience).toBe(2)
  expect(receivedBy(lab, 'resend').map(({ text }) => /Via Roma \d+/.test(text))).toEqual([true])
})

it('stands in where a contact becomes unreachable between the opening and its turn', async () => {
  const { sms, email, reference } = await addFamily(44)
  await openDueNotices(ADVANCE, reference)
  await database().contact.update({ where: { id: sms }, data: { state: 'unreachable', unreachableReason: 'number_not_in_use' } })
  await runFor(ADVANCE, [0, 1])
  expect((await told(reference)).map(({ contactId, state, aboutContactId }) => [contactId, state, aboutContactId])).toEqual([
    [sms, 'suppressed', null],
    [email, 'sent', sms],
  ])
})

it('tells a stand-in what has become of works whose notice reached a contact that is unreachable since', async () => {
  const { sms, email, reference } = await addFamily(47)
  await deliver(ADVANCE)
  await database().contact.update({ where: { id: sms }, data: { state: 'unreachable', unreachableReason: 'number_not_in_use' } })
  await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, later(ADVANCE, MINUTE))
  await runFor(ADVANCE, [1, 2])
  expect(await findMessages(reference, 'cancelled')).toMatchObject([{ contactId: email, state: 'sent', aboutContactId: sms }])
  expect(receivedBy(lab, 'resend').map(({ text }) => /Via Roma \d+/.test(text))).toEqual([true])
})
