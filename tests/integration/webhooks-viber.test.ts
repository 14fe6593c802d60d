import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/viber/route'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'
import { addToldMessage, getContact, getMessage } from './told-messages'

const TOKEN = 'token-of-this-bot'
const USER = '01234567890A='

/** Stands for Viber: keeps what it is asked to send. */
const asked: Array<{ path: string | undefined; headers: IncomingHttpHeaders; body: Record<string, unknown> }> = []
const viber = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  asked.push({ path: request.url, headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) })
  response.setHeader('content-type', 'application/json').end('{"status":0,"status_message":"ok","message_token":5741311803571721087}')
})

beforeAll(async () => {
  await new Promise<void>((resolve) => viber.listen(0, '127.0.0.1', resolve))
  process.env.VIBER_AUTH_TOKEN = TOKEN
  process.env.VIBER_API_ROOT = `http://127.0.0.1:${(viber.address() as AddressInfo).port}`
  await createUtility()
})
afterAll(() => {
  viber.closeAllConnections()
  viber.close()
})

const sign = (body: string, token = TOKEN) => createHmac('sha256', token).update(body).digest('hex')

function post(body: string, signature: string | null = sign(body)): Promise<Response> {
  const headers: HeadersInit = signature === null ? {} : { 'x-viber-content-signature': signature }
  return POST(new Request('http://127.0.0.1:3000/api/webhooks/viber', { method: 'POST', headers, body }))
}

/** As Viber writes it: tokens are numbers of 64 bits. */
const callback = (event: string, token: string, rest: string) =>
  `{"event":"${event}","timestamp":${Date.now()},"message_token":${token},${rest}}`
const written = (from: string, text: string, token: string) =>
  callback('message', token, `"sender":{"id":"${from}","name":"Anna"},"message":{"type":"text","text":${JSON.stringify(text)}}`)

const told = (token: string, to = USER) => addToldMessage({ channel: 'viber', to, provider: 'viber', providerId: `${token}:${to}` })

describe('who speaks for Viber', () => {
  const body = callback('delivered', '1', `"user_id":"${USER}"`)

  it.each([
    ['no signature', null],
    ['an empty one', ''],
    ['one made with another token', sign(body, 'another')],
    ['one of another body', sign(`${body} `)],
    ['the right one cut short', sign(body).slice(0, 63)],
  ])('is nobody with %s', async (_what, signature) => {
    expect((await post(body, signature)).status).toBe(403)
    expect(await database().receipt.count()).toBe(0)
  })
})

describe('what became of a message', () => {
  it('is told apart by all 64 bits of its token, and by its reader', async () => {
    const one = await told('4912661846655238145')
    const near = await told('4912661846655238146')
    const other = await told('4912661846655238145', 'AAAABBBBCCCC=')
    expect((await post(callback('seen', '4912661846655238145', `"user_id":"${USER}"`))).status).toBe(200)
    const states = await Promise.all([one, near, other].map(async ({ messageId }) => (await getMessage(messageId)).state))
    expect(states).toEqual(['delivered', 'sent', 'sent'])
  })

  it('stays delivered when it is said to have failed later', async () => {
    const { messageId } = await told('77')
    for (const event of ['delivered', 'failed', 'delivered']) await post(callback(event, '77', `"user_id":"${USER}","desc":"x"`))
    expect(await getMessage(messageId)).toMatchObject({ state: 'delivered', errorCode: null })
  })
})

describe('words to the bot', () => {
  it('stop messages, and are answered by the bot', async () => {
    const { contactId } = await told('81', 'STOPPER1=')
    expect((await post(written('STOPPER1=', 'Basta', '9001'))).status).toBe(200)
    expect((await getContact(contactId)).state).toBe('opted_out')
    expect(asked.at(-1)).toMatchObject({
      path: '/pa/send_message',
      headers: { 'x-viber-auth-token': TOKEN },
      body: { receiver: 'STOPPER1=', type: 'text', text: expect.stringContaining('Non riceverà più nulla da noi via Viber') },
    })
  })
})

describe('a bot', () => {
  it('that is unsubscribed from writes no more, until somebody subscribes', async () => {
    const { contactId } = await told('82', 'LEAVER01=')
    await post(callback('unsubscribed', '9002', '"user_id":"LEAVER01="'))
    expect(await getContact(contactId)).toMatchObject({ state: 'unreachable', unreachableReason: 'blocked' })
    await post(callback('subscribed', '9003', '"user":{"id":"LEAVER01=","name":"Anna"}'))
    expect((await getContact(contactId)).state).toBe('confirmed')
    await post(callback('unsubscribed', '9002', '"user_id":"LEAVER01="'))
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('answers the call by which Viber tries the address', async () => {
    expect((await post('{"event":"webhook","timestamp":1457764197627,"message_token":241256543215}')).status).toBe(200)
  })
})

describe('a hostile body', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"event":"delivered"}',
    callback('delivered', '1', '"user_id":["a"]'),
    callback('message', '1', '"sender":{}'),
  ])('%j is refused, and changes nothing', async (body) => {
    const before = await database().receipt.count()
    expect((await post(body)).status).toBe(400)
    expect(await database().receipt.count()).toBe(before)
  })
})
