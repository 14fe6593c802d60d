import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createResendSender, type ResendSettings } from '@/lib/channels/resend'
import { changeBehaviour } from './behaviour'
import { CREDENTIALS } from './credentials'
import { NAUGHTY_STRINGS } from './naughty-strings'
import { nobodyKnows, outgoing, unsettled } from './outgoing'
import { type ProviderServer, startProviderServer } from './provider-server'
import { RESEND } from './resend-server'

let server: ProviderServer
beforeAll(async () => {
  server = await startProviderServer(RESEND)
})
afterAll(() => server.close())
beforeEach(() => server.provider.reset())

const sender = (change: Partial<ResendSettings> = {}) =>
  createResendSender({
    ...{ apiKey: CREDENTIALS.RESEND_API_KEY, from: 'Acque <avvisi@example.org>', utilityName: 'Acque' },
    ...{ baseUrl: server.url, rate: 500, ...change },
  })
const received = () => server.provider.log.received
let key = 0
/** So many mails that go in one request, under a key that was never used. */
function request(count: number, fields: Parameters<typeof outgoing>[2] = {}) {
  key += 1
  return Array.from({ length: count }, (_, index) =>
    outgoing(index + 1, `customer-${index + 1}@example.net`, { subject: 'Avviso', batchKey: `key-${key}`, ...fields }),
  )
}

describe('an e-mail', () => {
  test('goes a hundred in a request, as text and HTML, with one click to stop', async () => {
    const url = 'https://avvisi.example.org/unsubscribe/abc?x=1&y=2'
    const results = await sender().send([...request(100, { unsubscribeUrl: url }), ...request(50)])
    expect(results).toHaveLength(150)
    expect(new Set(results.map(({ state }) => state))).toEqual(new Set(['sent']))
    expect(new Set(results.map((result) => 'providerId' in result && result.providerId)).size).toBe(150)
    const mail = received()[0]?.fields
    expect(mail).toMatchObject({ from: 'Acque <avvisi@example.org>', subject: 'Avviso', to: 'customer-1@example.net' })
    expect(mail?.headers).toEqual({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    expect(mail?.html).toContain('<html dir="ltr" lang="it">')
    expect(mail?.html).toContain('href="https://avvisi.example.org/unsubscribe/abc?x=1&amp;y=2"')
    expect(server.provider.log.summary().violations).toBe(0)
  })

  test('each gets its own id, in the order of the request, when one address is bad', async () => {
    const mails = request(3)
    const [first, bad, last] = mails
    if (!first || !bad || !last) throw new Error('three mails')
    const results = await sender().send([last, { ...bad, to: 'no address' }, first])
    expect(results.find(({ id }) => id === bad.id)).toEqual({
      ...{ id: bad.id, state: 'failed', errorCode: 'resend_validation_error', isContactDead: true },
    })
    for (const { id, to } of [first, last]) {
      expect(results.find((result) => result.id === id)).toEqual({
        id,
        state: 'sent',
        providerId: received().find((one) => one.to === to)?.id,
      })
    }
  })

  test('without a shared key has its own', async () => {
    const results = await sender().send(request(3, { batchKey: null }))
    expect(results.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  test('keeps every character, whatever it is, in text and in HTML', async () => {
    const results = await sender().send(
      NAUGHTY_STRINGS.map((text, index) => ({
        ...outgoing(index, `c${index}@example.net`),
        text,
        subject: text,
        batchKey: `n${Math.floor(index / 100)}`,
      })),
    )
    expect(results.filter(({ state }) => state !== 'sent')).toEqual([])
    expect(
      received()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(NAUGHTY_STRINGS.toSorted())
    expect(received().filter(({ fields }) => /<script|<img|<svg|<iframe/i.test(String(fields.html)))).toEqual([])
  })
})

describe('a request that broke', () => {
  test('after Resend took it is sent again, the same to the byte, and nobody gets it twice', async () => {
    const mails = request(100)
    changeBehaviour(server.provider.behaviour, { drop: { next: 1 } })
    expect(new Set((await sender().send(mails)).map(({ state }) => state))).toEqual(new Set(['unsettled']))
    const settled = await sender().settle(
      mails.toReversed().map((mail) => unsettled(mail)),
      nobodyKnows,
    )
    const ids = new Map(received().map(({ to, id }) => [to, id]))
    for (const { id, to } of mails) expect(settled).toContainEqual({ id, state: 'sent', providerId: ids.get(to) })
    expect(server.provider.log.summary()).toMatchObject({ accepted: 100, replayed: 1 })
  })

  test('before Resend took it is sent for the first time', async () => {
    const mails = request(2)
    changeBehaviour(server.provider.behaviour, { drop: { next: 1, isBefore: true } })
    await sender().send(mails)
    expect(
      (
        await sender().settle(
          mails.map((mail) => unsettled(mail)),
          nobodyKnows,
        )
      ).map(({ state }) => state),
    ).toEqual(['sent', 'sent'])
    expect(received()).toHaveLength(2)
  })

  test('cannot be found out when the texts are others, or the key is forgotten', async () => {
    const mails = request(1)
    await sender().send(mails)
    const changed = mails.map((mail) => unsettled({ ...mail, text: 'another' }))
    expect(await sender().settle(changed, nobodyKnows)).toEqual([
      { id: '1', state: 'unknown', errorCode: 'resend_invalid_idempotent_request' },
    ])
    const dayOld = mails.map((mail) => unsettled(mail, new Date(Date.now() - 24 * 3_600_000)))
    expect(await sender().settle(dayOld, nobodyKnows)).toEqual([{ id: '1', state: 'unknown', errorCode: 'resend_key_expired' }])
    expect(received()).toHaveLength(1)
  })

  test('while the first is still at work is in doubt', async () => {
    const mails = request(1)
    changeBehaviour(server.provider.behaviour, { slow: 300 })
    const first = sender().send(mails)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const second = await sender().settle(
      mails.map((mail) => unsettled(mail)),
      nobodyKnows,
    )
    expect(second).toEqual([{ id: '1', state: 'unsettled', errorCode: 'resend_concurrent_idempotent_requests' }])
    expect((await first)[0]?.state).toBe('sent')
    expect(received()).toHaveLength(1)
  })

  test('before there was a connection is tried again', async () => {
    const [result] = await sender({ baseUrl: 'http://127.0.0.1:1' }).send(request(1))
    expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'network_ECONNREFUSED' })
  })
})

describe("Resend's refusal of a request", () => {
  const refusedWith = async (code: string, status: number) => {
    server.provider.behaviour.refuse = [{ code, status }]
    return (await sender().send(request(1)))[0]
  }

  test('by 5xx leaves it in doubt', async () => {
    expect(await refusedWith('internal_server_error', 500)).toEqual({
      id: '1',
      state: 'unsettled',
      errorCode: 'resend_internal_server_error',
    })
  })

  test('of the account is tried again', async () => {
    expect(await refusedWith('invalid_from_address', 422)).toEqual({ id: '1', state: 'retry', errorCode: 'resend_invalid_from_address' })
    const [result] = await sender({ apiKey: 're_wrong' }).send(request(1))
    expect(result).toEqual({ id: '1', state: 'retry', errorCode: 'resend_invalid_api_key' })
  })

  test('of a spent quota waits a quarter of an hour', async () => {
    expect(await refusedWith('daily_quota_exceeded', 429)).toMatchObject({ state: 'retry', waitSeconds: 900 })
  })

  test('of too much a second says how long to wait, and took none', async () => {
    server.provider.behaviour.rate = 100
    await sender().send(request(100))
    const results = await sender().send(request(100))
    expect(results[0]).toEqual({ id: '1', state: 'retry', errorCode: 'resend_rate_limit_exceeded', waitSeconds: 1 })
    expect(received()).toHaveLength(100)
  })
})
