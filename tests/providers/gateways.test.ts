import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sender } from '@/lib/channels/channels'
import { createResendSender } from '@/lib/channels/resend'
import { createTelegramSender } from '@/lib/channels/telegram'
import { createTwilioSender } from '@/lib/channels/twilio'
import { createViberSender } from '@/lib/channels/viber'
import { CREDENTIALS } from './credentials'
import { outgoing } from './outgoing'

/** Something before the provider, that answers in its stead and in HTML. */
let status = 403
const gateway = http.createServer((request, response) => {
  request.resume()
  request.on('end', () => response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>No</h1>'))
})
let senders: Record<string, Sender>

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = CREDENTIALS
  const account = { accountSid, authToken, publicUrl: 'https://x.example.org' }
  senders = {
    twilio: createTwilioSender({ ...account, name: 'twilio', from: 'Acque', baseUrl: url, rate: 1 }),
    resend: createResendSender({ apiKey: 're_x', from: 'a@example.org', utilityName: 'Acque', baseUrl: url, rate: 1 }),
    telegram: createTelegramSender({ token: '1:x', apiRoot: url, rate: 1 }),
    viber: createViberSender({ token: 'x', apiRoot: url, senderName: 'Acque', rate: 1 }),
  }
})
afterAll(() => {
  gateway.closeAllConnections()
  gateway.close()
})

const states = async (answer: number) => {
  status = answer
  const results = Object.entries(senders).map(async ([name, { send }]) => [name, (await send([outgoing(1, '1001')]))[0]?.state])
  return Object.fromEntries(await Promise.all(results))
}

test('a gateway that refuses is no word of the provider: nobody is dead, and it is tried again', async () => {
  expect(await states(403)).toEqual({ twilio: 'retry', resend: 'retry', telegram: 'retry', viber: 'retry' })
})

test('a gateway that lost its provider may have handed the message on', async () => {
  expect(await states(502)).toEqual({ twilio: 'unsettled', resend: 'unsettled', telegram: 'unknown', viber: 'unknown' })
})

test('an answer that is none leaves it in doubt', async () => {
  expect(await states(200)).toEqual({ twilio: 'unsettled', resend: 'unsettled', telegram: 'unknown', viber: 'unknown' })
})
