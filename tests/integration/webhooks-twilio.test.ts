import twilio from 'twilio'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/twilio/route'
import { database } from '@/lib/db/client'
import { applyReceipts } from '@/lib/notices/apply-receipts'
import { createUtility } from './factories'
import { addToldMessage, getContact, getContactHistory, getMessage } from './told-messages'

process.env.PUBLIC_URL = 'https://acque.example'
process.env.TWILIO_ACCOUNT_SID = 'AC00000000000000000000000000000001'
process.env.TWILIO_AUTH_TOKEN = 'token of the first account'
const URL_OF_FIRST = 'https://acque.example/api/webhooks/twilio?sender=twilio'

function sign(fields: Record<string, string>, token = 'token of the first account', url = URL_OF_FIRST): string {
  return twilio.getExpectedTwilioSignature(token, url, fields)
}

/** As Twilio calls us: the request's own host is that of a machine behind a proxy. */
function post(fields: Record<string, string> | string, signature: string | null, search = '?sender=twilio'): Promise<Response> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(signature !== null && { 'x-twilio-signature': signature }) }
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  return POST(new Request(`http://127.0.0.1:3000/api/webhooks/twilio${search}`, { method: 'POST', headers, body }))
}

async function tell(fields: Record<string, string>): Promise<string> {
  const response = await post(fields, sign(fields))
  expect(response.status).toBe(200)
  return response.text()
}

const receipt = (sid: string, status: string, more: object = {}) =>
  tell({ MessageSid: sid, MessageStatus: status, AccountSid: 'AC1', ...more })
const write = (from: string, text: string, sid: string) =>
  tell({ MessageSid: sid, From: from, To: '+390000000', Body: text, SmsStatus: 'received' })

let last = 0
/** A message to a number of its own. */
async function sms(fields: Partial<Parameters<typeof addToldMessage>[0]> = {}) {
  last += 1
  const sid = `SM${String(last).padStart(32, '0')}`
  const to = `+3933300${String(last).padStart(5, '0')}`
  return { sid, to, ...(await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: sid, ...fields })) }
}

beforeAll(createUtility)

describe('who may say what became of an SMS', () => {
  it.each([
    ['no signature', null],
    ['an empty signature', ''],
    ['a forged signature', sign({ MessageSid: 'SM0', MessageStatus: 'delivered' }, 'another token')],
    ['a signature of another status', sign({ MessageSid: 'SM0', MessageStatus: 'sent' })],
    ['a signature of another address', sign({ MessageSid: 'SM0', MessageStatus: 'delivered' }, undefined, 'https://evil.example/x')],
  ])('is nobody with %s', async (_what, signature) => {
    const before = await database().receipt.count()
    const response = await post({ MessageSid: 'SM0', MessageStatus: 'delivered' }, signature)
    expect(response.status).toBe(403)
    expect(await database().receipt.count()).toBe(before)
  })

  it('is nobody where the sender has no credentials, or there is no such sender', async () => {
    const fields = { MessageSid: 'SM0', MessageStatus: 'delivered' }
    expect((await post(fields, sign(fields), '?sender=twilio_2')).status).toBe(404)
    expect((await post(fields, sign(fields), '?sender=constructor')).status).toBe(404)
  })
})

describe('what became of an SMS', () => {
  it('is written down once, however often it is said', async () => {
    const { sid, messageId } = await sms()
    await receipt(sid, 'delivered')
    const first = await getMessage(messageId)
    await receipt(sid, 'delivered')
    expect(first).toMatchObject({ state: 'delivered', errorCode: null })
    expect(await getMessage(messageId)).toEqual(first)
    expect(await database().receipt.count({ where: { providerId: sid } })).toBe(1)
  })

  it('stays delivered when an earlier word comes late', async () => {
    const { sid, messageId } = await sms()
    for (const status of ['delivered', 'sent', 'queued', 'failed']) await receipt(sid, status)
    expect(await getMessage(messageId)).toMatchObject({ state: 'delivered', errorCode: null })
    expect(await database().receipt.count({ where: { providerId: sid } })).toBe(3)
  })

  it('stays delivered when that was known without a receipt', async () => {
    const { sid, messageId } = await sms({ state: 'delivered' })
    const before = await getMessage(messageId)
    await receipt(sid, 'sent')
    await receipt(sid, 'failed')
    expect(await getMessage(messageId)).toEqual(before)
  })

  it('is delivered after all when that comes after a failure', async () => {
    const { sid, messageId } = await sms()
    await receipt(sid, 'undelivered', { ErrorCode: '30003' })
    expect(await getMessage(messageId)).toMatchObject({ state: 'failed', errorCode: 'twilio_30003', deliveredAt: null })
    await receipt(sid, 'delivered')
    const { state, errorCode, sentAt, deliveredAt } = await getMessage(messageId)
    expect([state, errorCode]).toEqual(['delivered', null])
    expect(deliveredAt?.getTime()).toBeGreaterThan(sentAt?.getTime() ?? Number.POSITIVE_INFINITY)
  })

  it('is never delivered before it was sent', async () => {
    const sentAt = new Date(Date.now() + 3_600_000)
    const { sid, messageId } = await sms({ sentAt })
    await receipt(sid, 'delivered')
    expect((await getMessage(messageId)).deliveredAt).toEqual(sentAt)
  })

  it('is settled where the ledger was not sure', async () => {
    const { sid, messageId } = await sms({ state: 'unknown' })
    await receipt(sid, 'sent')
    expect(await getMessage(messageId)).toMatchObject({ state: 'sent', sentAt: expect.any(Date) })
  })

  it('changes nothing of a message that nobody sent', async () => {
    const { sid, messageId } = await sms({ state: 'superseded' })
    await receipt(sid, 'delivered')
    expect(await getMessage(messageId)).toMatchObject({ state: 'superseded', deliveredAt: null })
  })

  it('is known as soon as the ledger has the id, when it was said before', async () => {
    const { sid, messageId, contactId } = await sms({ providerId: null, state: 'sending' })
    await receipt(sid, 'undelivered', { ErrorCode: '30005' })
    expect((await getMessage(messageId)).state).toBe('sending')
    const now = new Date()
    await database().message.update({ where: { id: messageId }, data: { state: 'sent', sentAt: now, providerId: sid } })
    await applyReceipts(database(), [{ provider: 'twilio', providerId: sid }], now)
    expect(await getMessage(messageId)).toMatchObject({ state: 'failed', errorCode: 'twilio_30005' })
    expect(await getContact(contactId)).toMatchObject({ state: 'unreachable', unreachableReason: 'number_not_in_use' })
  })

  it('is taken, and kept, of a message that the ledger does not know', async () => {
    await receipt('SMunknown', 'delivered')
    expect(await database().receipt.count({ where: { providerId: 'SMunknown' } })).toBe(1)
  })

  it('belongs to the sender that says it', async () => {
    const { sid, messageId } = await sms({ provider: 'twilio_2' })
    await receipt(sid, 'delivered')
    expect((await getMessage(messageId)).state).toBe('sent')
  })
})

describe('a number', () => {
  it('that does not exist is not tried again, for nobody who has it', async () => {
    const { sid, to, contactId } = await sms()
    const twin = await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: `${sid}-twin` })
    await receipt(sid, 'undelivered', { ErrorCode: '30005' })
    for (const id of [contactId, twin.contactId]) {
      expect(await getContact(id)).toMatchObject({ state: 'unreachable', unreachableReason: 'number_not_in_use' })
      expect(await getContactHistory(id)).toEqual([
        ['system:preavviso', 'contact.unreachable', { state: 'confirmed' }, { state: 'unreachable', reason: 'number_not_in_use' }],
      ])
    }
  })

  it('that was off for a day is tried again', async () => {
    const { sid, contactId } = await sms()
    await receipt(sid, 'undelivered', { ErrorCode: '30003' })
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('that was mended stays so when the old failure is said again', async () => {
    const { sid, contactId } = await sms()
    await receipt(sid, 'undelivered', { ErrorCode: '30005' })
    const mended = { state: 'confirmed', unreachableReason: null, confirmedAt: new Date() } as const
    await database().contact.update({ where: { id: contactId }, data: mended })
    await receipt(sid, 'undelivered', { ErrorCode: '30005' })
    expect((await getContact(contactId)).state).toBe('confirmed')
    await database().contact.update({ where: { id: contactId }, data: { value: '+393339999999', confirmedAt: null } })
    await receipt(sid, 'undelivered', { ErrorCode: '30005' })
    expect((await getContact(contactId)).state).toBe('confirmed')
  })
})

describe('a word to us', () => {
  it('stops messages, says so in the language of the contact, and is kept without the number', async () => {
    const { to, contactId } = await sms()
    const answer = await write(to, ' Ferma! ', 'SMin1')
    expect(answer).toContain('<Response><Message>AcqueProva: non riceverà più nulla da noi via SMS')
    expect(answer).toContain('non ha altri canali attivi')
    expect((await getContact(contactId)).state).toBe('opted_out')
    const history = await getContactHistory(contactId)
    expect(history).toEqual([['system:twilio', 'contact.opt_out', { state: 'confirmed' }, { state: 'opted_out', cause: 'twilio:SMin1' }]])
    expect(JSON.stringify(history)).not.toContain(to.slice(1))
  })

  it('names what remains only when everyone who shares the number has it', async () => {
    const { to, contactId } = await sms()
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const address = await database().contact.create({
      data: {
        ...{ personId, channel: 'email', value: 'anna@example.org', language: 'it', state: 'confirmed' },
        subscriptions: { create: { role: 'call_centre' } },
      },
    })
    const answer = await write(to, 'STOP', 'SMin2')
    expect(answer).toContain('Restano attivi: e-mail.')
    expect(answer).not.toContain('anna')
    await database().contact.create({ data: { person: { create: {} }, channel: 'sms', value: to, language: 'it', state: 'confirmed' } })
    expect(await write(to, 'STOP', 'SMin3')).toContain('non ha altri canali attivi')
    await database().contact.delete({ where: { id: address.id } })
  })

  it('starts them again for whoever had them, and an old word come again undoes nothing', async () => {
    const { to, contactId } = await sms()
    const stranger = await database().contact.create({
      data: { person: { create: {} }, channel: 'sms', value: to, language: 'en', state: 'unconfirmed' },
    })
    await write(to, 'basta', 'SMin4')
    expect(await write(to, 'SÌ', 'SMin5')).toContain('riceverà i nostri avvisi')
    expect((await getContact(contactId)).state).toBe('confirmed')
    expect((await getContact(stranger.id)).state).toBe('opted_out')
    await write(to, 'basta', 'SMin4')
    expect((await getContact(contactId)).state).toBe('confirmed')
    expect((await getContactHistory(contactId)).length).toBe(2)
  })

  it('that comes five times at once is done once', async () => {
    const { to, contactId } = await sms()
    await Promise.all(Array.from({ length: 5 }, (_, time) => write(to, 'stop', `SMtwice${time % 2}`)))
    expect(await getContactHistory(contactId)).toHaveLength(1)
  })

  it('to start says nothing new to a stranger, and confirms nobody', async () => {
    expect(await write('+393310000001', 'START', 'SMin6')).toContain('a questo contatto non inviamo avvisi')
    expect(await database().contact.count({ where: { value: '+393310000001' } })).toBe(0)
  })

  it('that is none gets help, three times an hour', async () => {
    const { to, contactId } = await sms()
    const answers = []
    for (let time = 0; time < 4; time += 1) answers.push(await write(to, 'When does it stop?', `SMhelp${time}`))
    expect(answers.map((answer) => answer.includes('<Message>'))).toEqual([true, true, true, false])
    expect((await getContact(contactId)).state).toBe('confirmed')
  })
})

describe('a hostile body', () => {
  it.each([
    ['nothing', ''],
    ['no form', '{"MessageSid":"SM0","MessageStatus":"delivered"}'],
    ['a status without a message', 'MessageStatus=delivered'],
    ['two messages at once', 'MessageSid=SM1&MessageSid=SM2&MessageStatus=delivered'],
    ['a code that is no number', 'MessageSid=SM1&MessageStatus=failed&ErrorCode=%27--'],
    ['a word of 10,000 letters', `MessageSid=SM1&From=%2B39&Body=${'x'.repeat(10_000)}`],
  ])('of %s is refused and changes nothing', async (_what, body) => {
    const before = await database().receipt.count()
    const params = new URLSearchParams(body)
    const fields = Object.fromEntries(
      [...params.keys()].map((name) => [name, params.getAll(name).length > 1 ? params.getAll(name) : params.get(name)]),
    )
    const response = await post(body, twilio.getExpectedTwilioSignature('token of the first account', URL_OF_FIRST, fields))
    expect(response.status).toBe(400)
    expect(await database().receipt.count()).toBe(before)
  })

  it('too large is not even looked at', async () => {
    expect((await post(`Body=${'x'.repeat(300_000)}`, 'x')).status).toBe(413)
  })
})
