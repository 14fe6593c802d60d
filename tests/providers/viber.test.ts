import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createViberSender } from '@/lib/channels/viber'
import { changeBehaviour } from './behaviour'
import { CREDENTIALS } from './credentials'
import { NAUGHTY_STRINGS } from './naughty-strings'
import { nobodyKnows, outgoing, unsettled } from './outgoing'
import { type ProviderServer, startProviderServer } from './provider-server'
import { VIBER } from './viber-server'

let server: ProviderServer
beforeAll(async () => {
  server = await startProviderServer(VIBER)
})
afterAll(() => server.close())
beforeEach(() => server.provider.reset())

const sender = (apiRoot = server.url, token: string = CREDENTIALS.VIBER_AUTH_TOKEN) =>
  createViberSender({ token, apiRoot, senderName: 'Acque del Tanaro e del Bormida', rate: 15_000 })
const received = () => server.provider.log.received
const user = (index: number) => `user-${index}-jc9HsWTZ2Yf2Nk==`
const equal = (count: number, text = 'same') => Array.from({ length: count }, (_, index) => outgoing(index, user(index), { text }))

test('equal texts go in broadcasts of three hundred, others alone, and each has an id of its own', async () => {
  const results = await sender().send([...equal(650), outgoing(900, user(900)), outgoing(901, user(901))])
  const ids = new Map(received().map(({ to, id }) => [to, id]))
  expect(results).toHaveLength(652)
  for (const result of results) expect(result).toEqual({ id: result.id, state: 'sent', providerId: ids.get(user(Number(result.id))) })
  expect(new Set(received().map(({ id }) => id.split(':')[0])).size).toBe(5)
  expect(server.provider.log.summary()).toMatchObject({ accepted: 652, violations: 0 })
})

test('a long text leaves room for fewer receivers: no request is larger than Viber takes', async () => {
  const results = await sender().send(equal(600, 'ї'.repeat(6_900)))
  expect(results.filter(({ state }) => state !== 'sent')).toEqual([])
  expect(server.provider.log.summary().violations).toBe(0)
})

test('one user gets two messages of one text, not one', async () => {
  const results = await sender().send([outgoing(1, user(1), { text: 'same' }), outgoing(2, user(1), { text: 'same' })])
  expect(new Set(results.map((result) => 'providerId' in result && result.providerId)).size).toBe(2)
  expect(received()).toHaveLength(2)
})

test('it keeps every character, whatever it is', async () => {
  const results = await sender().send(NAUGHTY_STRINGS.map((text, index) => outgoing(index, user(index), { text })))
  expect(results.filter(({ state }) => state !== 'sent')).toEqual([])
  expect(new Set(received().map(({ text }) => text))).toEqual(new Set(NAUGHTY_STRINGS))
})

test.each([
  [5, true],
  [6, true],
  [11, false],
])('status %i of some in a broadcast is for good and theirs alone; nobody is there: %s', async (code, isContactDead) => {
  server.provider.behaviour.refuse = [{ recipients: [user(1)], code }]
  const results = await sender().send(equal(3))
  expect(results.find(({ id }) => id === '1')).toEqual({ id: '1', state: 'failed', errorCode: `viber_${code}`, isContactDead })
  expect(results.filter(({ state }) => state === 'sent')).toHaveLength(2)
})

test('an account that may not broadcast sends one by one', async () => {
  server.provider.behaviour.refuse = [{ next: 1, code: 20 }]
  expect((await sender().send(equal(5))).map(({ state }) => state)).toEqual(Array(5).fill('sent'))
  expect(received()).toHaveLength(5)
})

test('a wrong token is tried again; too many requests wait for the window to pass', async () => {
  const [result] = await sender(server.url, 'wrong').send([outgoing(1, user(1))])
  expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'viber_2' })
  server.provider.behaviour.rate = 1
  const results = await sender().send([outgoing(1, user(1)), outgoing(2, user(2))])
  expect(results).toContainEqual({ id: expect.anything(), state: 'retry', errorCode: 'viber_12', waitSeconds: 10 })
})

test('what was cut short after Viber took it is unknown, and stays so', async () => {
  changeBehaviour(server.provider.behaviour, { drop: { next: 1 } })
  const results = await sender().send(equal(3))
  expect(results.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(received()).toHaveLength(3)
  expect(await sender().settle([unsettled(outgoing(1, user(1)))], nobodyKnows)).toEqual([
    { id: '1', state: 'unknown', errorCode: 'viber_cannot_be_asked' },
  ])
})

test('a 5xx is unknown; a connection that was never made is tried again', async () => {
  server.provider.behaviour.refuse = [{ status: 502 }]
  expect(await sender().send([outgoing(1, user(1))])).toEqual([{ id: '1', state: 'unknown', errorCode: 'network_http_502' }])
  expect(await sender('http://127.0.0.1:1').send([outgoing(1, user(1))])).toEqual([
    { id: '1', state: 'retry', errorCode: 'network_ECONNREFUSED' },
  ])
})
