import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/resend/route'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'
import { addToldMessage, getContact, getContactHistory, getMessage } from './told-messages'

const KEY = Buffer.from('a key of this test, 32 bytes long')
process.env.RESEND_WEBHOOK_SECRET = `whsec_${KEY.toString('base64')}`

interface Signing {
  id?: string
  /** Seconds since 1970. */
  timestamp?: number
  key?: Buffer
}

/** Svix's own scheme: base64 of HMAC-SHA256 over "id.timestamp.body". */
function headersFor(body: string, { id = 'msg_1', timestamp = Math.floor(Date.now() / 1000), key = KEY }: Signing = {}) {
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'svix-id': id, 'svix-timestamp': String(timestamp), 'svix-signature': `v1,b3RoZXI= v1,${signature}` }
}

function post(body: string, headers: Record<string, string>): Promise<Response> {
  return POST(new Request('http://127.0.0.1:3000/api/webhooks/resend', { method: 'POST', headers, body }))
}

const event = (type: string, id: string, data: object = {}, at = new Date()) =>
  JSON.stringify({ type, created_at: at.toISOString(), data: { email_id: id, to: ['anna@example.org'], ...data } })

async function tell(...args: Parameters<typeof event>): Promise<void> {
  const body = event(...args)
  expect((await post(body, headersFor(body))).status).toBe(200)
}

const mail = (id: string, to: string) => addToldMessage({ channel: 'email', to, provider: 'resend', providerId: id })

beforeAll(createUtility)

describe('who may say what became of an e-mail', () => {
  const body = event('email.delivered', 'e-0')
  const now = Math.floor(Date.now() / 1000)

  it.each([
    ['no signature', {}],
    ['half of the headers', { 'svix-id': 'msg_1', 'svix-signature': headersFor(body)['svix-signature'] }],
    ['another key', headersFor(body, { key: Buffer.from('another key') })],
    ['a signature of another body', headersFor(event('email.sent', 'e-0'))],
    ['a signature of another delivery', { ...headersFor(body), 'svix-id': 'msg_2' }],
    ['a signature ten minutes old', headersFor(body, { timestamp: now - 600 })],
    ['a signature from the future', headersFor(body, { timestamp: now + 600 })],
    ['a timestamp that is none', { ...headersFor(body), 'svix-timestamp': 'now' }],
  ])('is nobody with %s', async (_what, headers) => {
    expect((await post(body, headers as Record<string, string>)).status).toBe(403)
    expect(await database().receipt.count()).toBe(0)
  })
})

describe('what became of an e-mail', () => {
  it('is taken with its own time, in any order', async () => {
    const { messageId } = await mail('e-1', 'one@example.org')
    const at = new Date(Date.now() - 20_000)
    await tell('email.delivered', 'e-1', {}, at)
    await tell('email.sent', 'e-1', {}, new Date(at.getTime() - 5000))
    expect(await getMessage(messageId)).toMatchObject({ state: 'delivered', deliveredAt: at })
  })

  it('is not delivered in the future when clocks differ', async () => {
    const { messageId } = await mail('e-2', 'two@example.org')
    await tell('email.delivered', 'e-2', {}, new Date(Date.now() + 3_600_000))
    expect((await getMessage(messageId)).deliveredAt?.getTime()).toBeLessThanOrEqual(Date.now())
  })

  it('closes a mailbox that is gone', async () => {
    const { messageId, contactId } = await mail('e-3', 'three@example.org')
    await tell('email.bounced', 'e-3', { bounce: { type: 'Permanent', subType: 'General', message: 'no such user' } })
    expect(await getMessage(messageId)).toMatchObject({ state: 'failed', errorCode: 'resend_bounced_for_good' })
    expect(await getContact(contactId)).toMatchObject({ state: 'unreachable', unreachableReason: 'mailbox_gone' })
  })

  it('leaves open one that is only full', async () => {
    const { contactId } = await mail('e-4', 'four@example.org')
    await tell('email.bounced', 'e-4', { bounce: { type: 'Transient', subType: 'MailboxFull', message: 'full' } })
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('opts out who complains of spam: the mail had come', async () => {
    const { messageId, contactId } = await mail('e-5', 'five@example.org')
    await tell('email.complained', 'e-5')
    expect(await getMessage(messageId)).toMatchObject({ state: 'delivered', errorCode: null })
    expect(await getContact(contactId)).toMatchObject({ state: 'opted_out', unreachableReason: null })
    expect(await getContactHistory(contactId)).toEqual([
      ['system:preavviso', 'contact.opt_out', { state: 'confirmed' }, { state: 'opted_out' }],
    ])
    await tell('email.bounced', 'e-5', { bounce: { type: 'Permanent' } })
    expect((await getContact(contactId)).state).toBe('opted_out')
  })

  it('is passed over when it is of no interest', async () => {
    await tell('email.opened', 'e-1')
    await tell('domain.created', 'e-1')
  })
})

describe('a hostile body', () => {
  it.each([
    '',
    'null',
    '[]',
    '{"type":{"$ne":null}}',
    '{"type":"email.delivered"}',
    '{"type":"email.delivered","created_at":"2026-11-22T00:00:00Z","data":{"email_id":["e-1"]}}',
    '{"type":"email.delivered","created_at":"+999999-01-01","data":{"email_id":"e-1"}}',
  ])('%j is refused although it is signed, and changes nothing', async (body) => {
    const before = await database().receipt.count()
    expect((await post(body, headersFor(body))).status).toBe(400)
    expect(await database().receipt.count()).toBe(before)
  })

  it('that is no JSON is not taken for one of theirs', async () => {
    expect((await post('{"type":', headersFor('{"type":'))).status).toBe(403)
  })

  it('too large is not even looked at', async () => {
    const body = JSON.stringify({ type: 'x'.repeat(300_000) })
    expect((await post(body, headersFor(body))).status).toBe(413)
  })
})
