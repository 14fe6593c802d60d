import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTelegramSender } from '@/lib/channels/telegram'
import { changeBehaviour } from './behaviour'
import { CREDENTIALS } from './credentials'
import { NAUGHTY_STRINGS } from './naughty-strings'
import { nobodyKnows, outgoing, unsettled } from './outgoing'
import { type ProviderServer, startProviderServer } from './provider-server'
import { TELEGRAM } from './telegram-server'

let server: ProviderServer
beforeAll(async () => {
  server = await startProviderServer(TELEGRAM)
})
afterAll(() => server.close())
beforeEach(() => server.provider.reset())

const sender = (apiRoot = server.url, token: string = CREDENTIALS.TELEGRAM_BOT_TOKEN) => createTelegramSender({ token, apiRoot, rate: 30 })
const received = () => server.provider.log.received
const refuse = (code: number, message: string) => {
  server.provider.behaviour.refuse = [{ recipients: ['1001'], code, message }]
}

test('a message reaches the chat, and its id names chat and message', async () => {
  const [result] = await sender().send([outgoing(1, '1001')])
  expect(result).toEqual({ id: '1', state: 'sent', providerId: received()[0]?.id })
  expect(received()[0]).toMatchObject({ to: '1001', text: outgoing(1, '').text, id: expect.stringMatching(/^1001:\d+$/) })
})

test('it keeps every character, whatever it is', async () => {
  const results = await sender().send(NAUGHTY_STRINGS.map((text, index) => outgoing(index, String(1000 + index), { text })))
  expect(results.filter(({ state }) => state !== 'sent')).toEqual([])
  expect(new Set(received().map(({ text }) => text))).toEqual(new Set(NAUGHTY_STRINGS))
})

test.each([
  [403, 'Forbidden: bot was blocked by the user', true],
  [403, 'Forbidden: user is deactivated', true],
  [400, 'Bad Request: chat not found', true],
  [400, 'Bad Request: message is too long', false],
])('%i %s is for good; nobody is there: %s', async (code, message, isContactDead) => {
  refuse(code, message)
  const results = await sender().send([outgoing(1, '1001'), outgoing(2, '1002')])
  expect(results).toEqual([
    { id: '1', state: 'failed', errorCode: `telegram_${code}`, isContactDead },
    { id: '2', state: 'sent', providerId: received()[0]?.id },
  ])
})

test('a wrong token is tried again: the operator mends it', async () => {
  const [result] = await sender(server.url, '1:wrong').send([outgoing(1, '1001')])
  expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'telegram_401' })
})

test('too many a second waits as long as Telegram says', async () => {
  server.provider.behaviour.rate = 2
  const results = await sender().send([1, 2, 3].map((id) => outgoing(id, String(1000 + id))))
  expect(results.filter(({ state }) => state === 'sent')).toHaveLength(2)
  expect(results).toContainEqual({ id: expect.anything(), state: 'retry', errorCode: 'telegram_429', waitSeconds: 1 })
})

test('what was cut short after Telegram took it is unknown, and stays so', async () => {
  changeBehaviour(server.provider.behaviour, { drop: { next: 1 } })
  const [result] = await sender().send([outgoing(1, '1001')])
  expect(result).toMatchObject({ id: '1', state: 'unknown' })
  expect(received()).toHaveLength(1)
  expect(await sender().settle([unsettled(outgoing(1, '1001'))], nobodyKnows)).toEqual([
    { id: '1', state: 'unknown', errorCode: 'telegram_cannot_be_asked' },
  ])
})

test('a 5xx is unknown; a connection that was never made is tried again', async () => {
  refuse(502, 'Bad Gateway')
  expect(await sender().send([outgoing(1, '1001')])).toEqual([{ id: '1', state: 'unknown', errorCode: 'telegram_502' }])
  expect(await sender('http://127.0.0.1:1').send([outgoing(1, '1001')])).toEqual([
    { id: '1', state: 'retry', errorCode: 'network_ECONNREFUSED' },
  ])
})
