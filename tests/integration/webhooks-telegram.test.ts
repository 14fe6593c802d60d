import { beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/telegram/route'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'
import { addToldMessage, getContact, getContactHistory } from './told-messages'

process.env.TELEGRAM_BOT_TOKEN = '1:token'
process.env.TELEGRAM_WEBHOOK_SECRET = 'secret-of-this-test'

function post(body: string, secret: string | null = 'secret-of-this-test'): Promise<Response> {
  const headers: HeadersInit = secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }
  return POST(new Request('http://127.0.0.1:3000/api/webhooks/telegram', { method: 'POST', headers, body }))
}

let updates = 0
const chatOf = (id: number) => ({ id, type: 'private' })

function written(chat: number, text: string, update = ++updates): string {
  return JSON.stringify({ update_id: update, message: { message_id: 1, date: 1, chat: chatOf(chat), from: chatOf(chat), text } })
}

async function become(chat: number, status: string): Promise<void> {
  updates += 1
  const body = JSON.stringify({ update_id: updates, my_chat_member: { chat: chatOf(chat), date: 1, new_chat_member: { status } } })
  expect((await post(body)).status).toBe(200)
}

const reader = async (chat: number) =>
  (await addToldMessage({ channel: 'telegram', to: String(chat), provider: 'telegram', providerId: `${chat}:1` })).contactId

beforeAll(createUtility)

describe('who speaks for Telegram', () => {
  it.each([null, '', 'secret', 'secret-of-this-tesT', 'secret-of-this-test '.repeat(2)])('is not who says %j', async (secret) => {
    const contactId = await reader(900 + String(secret).length)
    expect((await post(written(900 + String(secret).length, '/stop'), secret)).status).toBe(403)
    expect((await getContact(contactId)).state).toBe('confirmed')
  })
})

describe('words to the bot', () => {
  it('stop messages, and are answered in the same request', async () => {
    const contactId = await reader(1001)
    const response = await post(written(1001, '/stop'))
    expect(await response.json()).toMatchObject({
      method: 'sendMessage',
      chat_id: 1001,
      text: expect.stringContaining('Non riceverà più nulla da noi via Telegram'),
    })
    expect((await getContact(contactId)).state).toBe('opted_out')
    expect(JSON.stringify(await getContactHistory(contactId))).not.toContain('1001')
  })

  it('start them again, and an update come twice undoes nothing', async () => {
    const contactId = await reader(1002)
    const stop = written(1002, 'СТОП')
    await post(stop)
    await post(written(1002, 'Старт'))
    await post(stop)
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('that no program understands are kept for staff, if we know who wrote them', async () => {
    const contactId = await reader(1005)
    expect(await (await post(written(1005, 'grazie per l’avviso'))).json()).toMatchObject({
      text: expect.stringContaining('non ho capito'),
    })
    await post(written(7777, 'chi siete'))
    const replies = await database().reply.findMany({ select: { contactId: true, text: true } })
    expect(replies).toEqual([{ contactId, text: 'grazie per l’avviso' }])
  })
})

describe('a bot', () => {
  it('that is blocked writes no more, until that is taken back', async () => {
    const contactId = await reader(1003)
    await become(1003, 'kicked')
    expect(await getContact(contactId)).toMatchObject({ state: 'unreachable', unreachableReason: 'blocked' })
    await become(1003, 'member')
    expect(await getContact(contactId)).toMatchObject({ state: 'confirmed', unreachableReason: null })
  })

  it('that is unblocked does not write to who had opted out', async () => {
    const contactId = await reader(1004)
    await post(written(1004, 'stop'))
    await become(1004, 'kicked')
    await become(1004, 'member')
    expect((await getContact(contactId)).state).toBe('opted_out')
  })
})

describe('a hostile body', () => {
  it.each([
    '',
    'null',
    '[1]',
    '{',
    '"stop"',
    '{"update_id":"1"}',
    '{"update_id":1,"message":{"chat":{"id":{},"type":"private"},"text":"stop"}}',
  ])('%j is refused, and changes nothing', async (body) => {
    const before = await database().auditEntry.count()
    expect((await post(body)).status).toBe(400)
    expect(await database().auditEntry.count()).toBe(before)
  })

  it('that is not UTF-8, or too large, is refused', async () => {
    const headers = { 'x-telegram-bot-api-secret-token': 'secret-of-this-test' }
    const bytes = new Request('http://127.0.0.1/api/webhooks/telegram', { method: 'POST', headers, body: new Uint8Array([0xff, 0xfe]) })
    expect((await POST(bytes)).status).toBe(400)
    expect((await post(written(1, 'x'.repeat(300_000)))).status).toBe(413)
  })
})
