import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTwilioSender, type TwilioSettings } from '@/lib/channels/twilio'
import { changeBehaviour } from './behaviour'
import { CREDENTIALS } from './credentials'
import { NAUGHTY_STRINGS } from './naughty-strings'
import { nobodyKnows, outgoing, unsettled } from './outgoing'
import { type ProviderServer, startProviderServer } from './provider-server'
import { TWILIO } from './twilio-server'

let server: ProviderServer
beforeAll(async () => {
  server = await startProviderServer(TWILIO)
})
afterAll(() => server.close())
beforeEach(() => server.provider.reset())

const settings = (): TwilioSettings => ({
  ...{ name: 'twilio', accountSid: CREDENTIALS.TWILIO_ACCOUNT_SID, authToken: CREDENTIALS.TWILIO_AUTH_TOKEN, from: 'AcqueTanaro' },
  ...{ baseUrl: server.url, publicUrl: 'https://avvisi.example.org', rate: 10 },
})
const sender = (change: Partial<TwilioSettings> = {}) => createTwilioSender({ ...settings(), ...change })
const received = () => server.provider.log.received
const number = (last: number) => `+3933312345${String(last).padStart(2, '0')}`

describe('an SMS', () => {
  test('reaches Twilio with sender, text, validity and where receipts go, and gets its id', async () => {
    const [result] = await sender().send([outgoing(1, number(1), { usefulSeconds: 90.7 })])
    expect(result).toEqual({ id: '1', state: 'sent', providerId: received()[0]?.id })
    expect(received()[0]?.fields).toEqual({
      ...{ account: CREDENTIALS.TWILIO_ACCOUNT_SID, From: 'AcqueTanaro', To: number(1), Body: outgoing(1, '').text },
      ...{ ValidityPeriod: '90', StatusCallback: 'https://avvisi.example.org/api/webhooks/twilio?sender=twilio' },
    })
  })

  test('is never held longer than Twilio can, nor for less than a second', async () => {
    await sender().send([outgoing(1, number(1), { usefulSeconds: 500_000 }), outgoing(2, number(2), { usefulSeconds: 0 })])
    expect(received().map(({ fields }) => fields.ValidityPeriod)).toEqual(['36000', '1'])
  })

  test('goes by a messaging service when its id is the sender', async () => {
    const service = `MG${'a'.repeat(32)}`
    await sender({ from: service, name: 'twilio_2' }).send([outgoing(1, number(1))])
    expect(received()[0]?.fields).toMatchObject({ MessagingServiceSid: service })
    expect(received()[0]?.fields.From).toBeUndefined()
    expect(received()[0]?.fields.StatusCallback).toContain('?sender=twilio_2')
  })

  test('keeps every character, whatever it is', async () => {
    const short = NAUGHTY_STRINGS.filter((text) => text.length <= 1600)
    const results = await sender().send(short.map((text, index) => outgoing(index, number(index % 90), { text })))
    expect(results.filter(({ state }) => state !== 'sent')).toEqual([])
    expect(new Set(received().map(({ text }) => text))).toEqual(new Set(short))
  })

  test('of two accounts goes by its own', async () => {
    const second = { accountSid: CREDENTIALS.TWILIO_2_ACCOUNT_SID, authToken: CREDENTIALS.TWILIO_2_AUTH_TOKEN }
    await sender({ name: 'twilio_2', ...second }).send([outgoing(1, number(1))])
    expect(received()[0]?.fields.account).toBe(CREDENTIALS.TWILIO_2_ACCOUNT_SID)
  })
})

describe("Twilio's refusal", () => {
  const refusedWith = async (code: number, status = 400) => {
    server.provider.behaviour.refuse = [{ recipients: [number(1)], code, status }]
    return (await sender().send([outgoing(1, number(1)), outgoing(2, number(2))])).map(({ id: _, ...result }) => result)
  }

  test.each([
    [21211, true],
    [21610, true],
    [21614, true],
    [21408, false],
    [21617, false],
  ])('%i is for good; nobody is there: %s', async (code, isContactDead) => {
    const [first, second] = await refusedWith(code)
    expect(first).toEqual({ state: 'failed', errorCode: `twilio_${code}`, isContactDead })
    expect(second?.state).toBe('sent')
  })

  test.each([21606, 30001, 20404])('%i is the account’s fault, so it is tried again', async (code) => {
    expect((await refusedWith(code))[0]).toEqual({ state: 'retry', errorCode: `twilio_${code}` })
  })

  test('of wrong credentials is tried again, and named', async () => {
    const [result] = await sender({ authToken: 'wrong' }).send([outgoing(1, number(1))])
    expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'twilio_20003' })
  })

  test('of an address that is none is for good', async () => {
    const [result] = await sender().send([outgoing(1, 'nonsense')])
    expect(result).toEqual({ id: '1', state: 'failed', errorCode: 'twilio_21211', isContactDead: true })
  })

  test('by 5xx leaves it in doubt', async () => {
    expect((await refusedWith(20500, 503))[0]).toEqual({ state: 'unsettled', errorCode: 'twilio_20500' })
  })

  test('of too many segments a second says how long to wait, and took none', async () => {
    server.provider.behaviour.rate = 3
    const long = 'x'.repeat(161)
    const results = await sender().send([1, 2, 3].map((id) => outgoing(id, number(id), { text: long })))
    expect(results.map(({ state }) => state).sort()).toEqual(['retry', 'retry', 'sent'])
    expect(results.find(({ state }) => state === 'retry')).toMatchObject({ errorCode: 'twilio_20429', waitSeconds: 1 })
    expect(received()).toHaveLength(1)
  })
})

describe('a broken connection', () => {
  test('that was never made is tried again', async () => {
    const [result] = await sender({ baseUrl: 'http://127.0.0.1:1' }).send([outgoing(1, number(1))])
    expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'network_ECONNREFUSED' })
    const [unnamed] = await sender({ baseUrl: 'http://nobody.invalid' }).send([outgoing(1, number(1))])
    expect(unnamed?.state).toBe('retry')
  })

  test('after Twilio took it leaves it in doubt, and asking finds it: one message, adopted', async () => {
    changeBehaviour(server.provider.behaviour, { drop: { next: 1 } })
    const message = outgoing(1, number(1))
    const [result] = await sender().send([message])
    expect(result).toMatchObject({ id: '1', state: 'unsettled', errorCode: 'network_ECONNRESET' })
    const settled = await sender().settle([unsettled(message)], nobodyKnows)
    expect(settled).toEqual([{ id: '1', state: 'sent', providerId: received()[0]?.id }])
    expect(received()).toHaveLength(1)
  })

  test('before Twilio took it is found out too, and it is sent once more', async () => {
    changeBehaviour(server.provider.behaviour, { drop: { next: 1, isBefore: true } })
    const message = outgoing(1, number(1))
    expect((await sender().send([message]))[0]?.state).toBe('unsettled')
    expect(await sender().settle([unsettled(message)], nobodyKnows)).toEqual([{ id: '1', state: 'requeue' }])
  })

  test('while asking leaves it in doubt', async () => {
    const settled = await sender({ baseUrl: 'http://127.0.0.1:1' }).settle([unsettled(outgoing(1, number(1)))], nobodyKnows)
    expect(settled).toEqual([{ id: '1', state: 'unsettled', errorCode: 'network_ECONNREFUSED' }])
  })
})

describe('asking Twilio', () => {
  test('adopts each message once, although two have one number and one text', async () => {
    const twins = [outgoing(1, number(1), { text: 'same' }), outgoing(2, number(1), { text: 'same' })]
    await sender().send([twins[0] ?? outgoing(1, number(1))])
    const settled = await sender().settle(
      twins.map((twin) => unsettled(twin)),
      nobodyKnows,
    )
    expect(settled.map(({ state }) => state).sort()).toEqual(['requeue', 'sent'])
  })

  test('adopts neither what the ledger knows, nor another text, nor what is older than the claim', async () => {
    await sender().send([outgoing(1, number(1), { text: 'known' }), outgoing(2, number(2), { text: 'other' }), outgoing(3, number(3))])
    const known = received().find(({ text }) => text === 'known')?.id
    const later = new Date(Date.now() + 120_000)
    const questions = [
      unsettled(outgoing(1, number(1), { text: 'known' })),
      unsettled(outgoing(2, number(2))),
      unsettled(outgoing(3, number(3)), later),
    ]
    const settled = await sender().settle(questions, async (providerId) => providerId === known)
    expect(settled.map(({ state }) => state)).toEqual(['requeue', 'requeue', 'requeue'])
  })
})
