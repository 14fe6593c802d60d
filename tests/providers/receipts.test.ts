import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTwilioSender } from '@/lib/channels/twilio'
import { createViberSender } from '@/lib/channels/viber'
import { isSignedByResend, isSignedByTelegram, isSignedByTwilio, isSignedByViber } from '@/lib/channels/webhook-signatures'
import { type BehaviourChange, changeBehaviour } from './behaviour'
import { CREDENTIALS } from './credentials'
import { outgoing } from './outgoing'
import { type Providers, startProviders } from './start-providers'

interface Posted {
  url: string
  headers: Headers
  body: string
}

const posted: Posted[] = []
const customer = http.createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]))
  posted.push({ url: `${origin}${request.url}`, headers, body })
  response.end()
})
let origin: string
let providers: Providers

beforeAll(async () => {
  await new Promise<void>((resolve) => customer.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(customer.address() as AddressInfo).port}`
  providers = await startProviders()
})
afterAll(async () => {
  await providers.close()
  customer.closeAllConnections()
  customer.close()
})
beforeEach(() => {
  posted.length = 0
  for (const name of ['twilio', 'resend', 'telegram', 'viber'] as const) providers[name].provider.reset()
})

const arrived = (count: number) => expect.poll(() => posted.length, { timeout: 5_000 }).toBe(count)
const formOf = ({ body }: Posted) => Object.fromEntries(new URLSearchParams(body))

async function sendSms(change: BehaviourChange): Promise<void> {
  changeBehaviour(providers.twilio.provider.behaviour, change)
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = CREDENTIALS
  const addresses = { baseUrl: providers.twilio.url, publicUrl: origin }
  const sender = createTwilioSender({ name: 'twilio', accountSid, authToken, from: 'Acque', rate: 10, ...addresses })
  await sender.send([outgoing(1, '+393331234567')])
}

async function control(name: 'twilio' | 'resend' | 'telegram' | 'viber', path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${providers[name].url}${path}`, { method: 'POST', body: JSON.stringify(body) })
  return (await response.json()) as Record<string, unknown>
}

describe('receipts of the fake providers', () => {
  test('of Twilio go to the callback of the message, signed, in order', async () => {
    await sendSms({ receipts: {} })
    await arrived(2)
    expect(posted.map((one) => formOf(one).MessageStatus)).toEqual(['sent', 'delivered'])
    const isTrue = (one: Posted) => isSignedByTwilio(one, formOf(one), CREDENTIALS.TWILIO_AUTH_TOKEN)
    expect(posted.map(isTrue)).toEqual([true, true])
    expect(posted[0]?.url).toBe(`${origin}/api/webhooks/twilio?sender=twilio`)
  })

  test('come late, doubled and in disorder when told so', async () => {
    const from = Date.now()
    await sendSms({ receipts: { delay: 200, isDoubled: true, isReversed: true } })
    await arrived(4)
    expect(Date.now() - from).toBeGreaterThanOrEqual(200)
    expect(posted.map((one) => formOf(one).MessageStatus)).toEqual(['delivered', 'delivered', 'sent', 'sent'])
  })

  test('say who did not get it, and why', async () => {
    await sendSms({ receipts: { undelivered: { recipients: ['+393331234567'], code: 30005 } } })
    await arrived(2)
    expect(formOf(posted[1] as Posted)).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30005' })
  })

  test('are not believed when forged', async () => {
    await sendSms({ receipts: { isForged: true } })
    await arrived(2)
    expect(posted.map((one) => isSignedByTwilio(one, formOf(one), CREDENTIALS.TWILIO_AUTH_TOKEN))).toEqual([false, false])
    const receipts = { url: `${origin}/hook`, isForged: true }
    for (const name of ['telegram', 'viber'] as const) {
      await control(name, '/_control', { receipts })
      await control(name, '/_inbound', { from: '1001', text: 'STOP' })
    }
    expect(isSignedByTelegram(posted[2] as Posted, CREDENTIALS.TELEGRAM_WEBHOOK_SECRET)).toBe(false)
    expect(isSignedByViber(posted[3] as Posted, CREDENTIALS.VIBER_AUTH_TOKEN)).toBe(false)
  })

  test('of Resend are signed as Svix signs', async () => {
    changeBehaviour(providers.resend.provider.behaviour, { receipts: { url: `${origin}/hook` } })
    const mail = { from: 'a@example.org', to: 'b@example.org', subject: 'x', text: 'y' }
    const headers = { authorization: `Bearer ${CREDENTIALS.RESEND_API_KEY}` }
    await fetch(`${providers.resend.url}/emails/batch`, { method: 'POST', headers, body: JSON.stringify([mail]) })
    await arrived(2)
    expect(posted.map((one) => isSignedByResend(one, CREDENTIALS.RESEND_WEBHOOK_SECRET))).toEqual([true, true])
    expect(JSON.parse(posted[1]?.body ?? '')).toMatchObject({ type: 'email.delivered', data: { to: ['b@example.org'] } })
    expect(isSignedByResend({ ...(posted[0] as Posted), body: '{}' }, CREDENTIALS.RESEND_WEBHOOK_SECRET)).toBe(false)
  })

  test('of Viber are signed, and name the very token that the answer had', async () => {
    changeBehaviour(providers.viber.provider.behaviour, { receipts: { url: `${origin}/hook` } })
    const sender = createViberSender({ token: CREDENTIALS.VIBER_AUTH_TOKEN, apiRoot: providers.viber.url, senderName: 'Acque', rate: 100 })
    const [result] = await sender.send([outgoing(1, 'user==')])
    await arrived(1)
    const providerId = result && 'providerId' in result ? result.providerId : ''
    const token = /"message_token":(\d+),/.exec(posted[0]?.body ?? '')?.[1]
    expect(providerId).toBe(`${token}:user==`)
    expect(isSignedByViber(posted[0] as Posted, CREDENTIALS.VIBER_AUTH_TOKEN)).toBe(true)
  })

  test('inbound words and a blocked bot come as the provider tells them', async () => {
    for (const name of ['twilio', 'telegram', 'viber'] as const) await control(name, '/_control', { receipts: { url: `${origin}/hook` } })
    await control('twilio', '/_inbound', { from: '+393331234567', text: 'STOP' })
    await control('telegram', '/_inbound', { from: '1001', text: 'СТОП' })
    await control('telegram', '/_blocked', { from: '1001' })
    await control('viber', '/_blocked', { from: 'user==' })
    const [sms, chat, blocked, left] = posted as [Posted, Posted, Posted, Posted]
    expect(formOf(sms)).toMatchObject({ From: '+393331234567', Body: 'STOP' })
    expect(isSignedByTwilio(sms, formOf(sms), CREDENTIALS.TWILIO_AUTH_TOKEN)).toBe(true)
    expect(JSON.parse(chat.body).message).toMatchObject({ text: 'СТОП', chat: { id: 1001, type: 'private' } })
    expect(isSignedByTelegram(chat, CREDENTIALS.TELEGRAM_WEBHOOK_SECRET)).toBe(true)
    expect(JSON.parse(blocked.body).my_chat_member.new_chat_member.status).toBe('kicked')
    expect(JSON.parse(left.body)).toMatchObject({ event: 'unsubscribed', user_id: 'user==' })
  })
})

test('a running provider is steered and read over HTTP', async () => {
  expect(await control('twilio', '/_control', { slow: 5, refuse: [{ share: 1, code: 21610 }] })).toMatchObject({ slow: 5, rate: null })
  await sendSms({})
  const counts = await (await fetch(`${providers.twilio.url}/_counts`)).json()
  expect(counts).toMatchObject({ accepted: 0, refused: 1, doubles: 0 })
  await control('twilio', '/_reset', {})
  await sendSms({ keep: 'ids' })
  const { total, received } = (await (await fetch(`${providers.twilio.url}/_received`)).json()) as {
    total: number
    received: Array<{ to: string; text: string }>
  }
  expect([total, received[0]?.to, received[0]?.text]).toEqual([1, '+393331234567', ''])
})
