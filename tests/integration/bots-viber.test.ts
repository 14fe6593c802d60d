import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { POST } from '@/app/api/webhooks/viber/route'
import { database } from '@/lib/db/client'
import { checkViberCall } from '../providers/check-viber-call'
import { CREDENTIALS } from '../providers/credentials'
import { type ProviderServer, startProviderServer } from '../providers/provider-server'
import { VIBER } from '../providers/viber-server'
import { addHousehold, createUtility } from './factories'

const TOKEN = CREDENTIALS.VIBER_AUTH_TOKEN
Object.assign(process.env, { VIBER_AUTH_TOKEN: TOKEN, NEXTAUTH_SECRET: 'a secret of tests', PUBLIC_URL: 'https://acque.example' })

let viber: ProviderServer
let roma = 0

beforeAll(async () => {
  viber = await startProviderServer(VIBER)
  process.env.VIBER_API_ROOT = viber.url
  await createUtility()
  roma = (await addHousehold({ x: 3, y: 1, street: 'Via Roma', number: 1, channel: 'email', value: 'holder@example.org', language: 'it' }))
    .addressId
})
afterAll(() => viber.close())
beforeEach(() => viber.provider.reset())

let token = 4_912_661_846_655_238_145n

/** A callback as Viber writes it, with a token of 64 bits that is no text. */
function callback(event: string, fields: object, own = ++token): string {
  return JSON.stringify({ event, timestamp: Date.now(), message_token: 'TOKEN', ...fields }).replace('"TOKEN"', String(own))
}

const written = (from: string, text: string, own?: bigint) =>
  callback('message', { sender: { id: from, name: 'Anna', language: 'uk' }, message: { type: 'text', text }, silent: false }, own)

function post(body: string): Promise<Response> {
  const headers = { 'x-viber-content-signature': createHmac('sha256', TOKEN).update(body).digest('hex') }
  return POST(new Request('https://acque.example/api/webhooks/viber', { method: 'POST', headers, body }))
}

interface Key {
  ActionType: string
  ActionBody: string
  Text: string
}

const received = () => viber.provider.log.received
const keysOf = (fields: Record<string, unknown> | undefined) => (fields?.keyboard as { Buttons: Key[] } | undefined)?.Buttons ?? []

/** Writes, and gives what was said last. */
async function say(from: string, text: string) {
  expect((await post(written(from, text))).status).toBe(200)
  const said = received().at(-1)
  expect(viber.provider.log.summary()).toMatchObject({ violations: 0, violationsNamed: [] })
  return { text: said?.text ?? '', keys: keysOf(said?.fields), fields: said?.fields }
}

it('whoever opens the chat is welcomed in the response itself, in the language of their Viber', async () => {
  const response = await post(
    callback('conversation_started', { type: 'open', user: { id: 'OPENER01=', name: 'Anna', language: 'uk' }, subscribed: false }),
  )
  const welcome = await response.json()
  expect(checkViberCall('welcome', welcome, 0)).toBeNull()
  expect(welcome.text).toContain('Вітаємо! Тут Acque di Prova')
  expect(keysOf(welcome).map(({ Text }) => Text)).toContain('Стежити за адресою')
  expect(received()).toEqual([])
})

it('opening the chat takes no opt-out back', async () => {
  const person = await database().person.create({ data: {} })
  const told = {
    personId: person.id,
    channel: 'viber',
    value: 'STOPPED1=',
    language: 'uk',
    state: 'opted_out',
    confirmedAt: new Date(),
  } as const
  const { id } = await database().contact.create({ data: told })
  await post(callback('conversation_started', { user: { id: 'STOPPED1=' } }))
  expect(await database().contact.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'opted_out' })
})

it('somebody enrols by the words that buttons write', async () => {
  const asked = await say('RESIDENT=', 'Стежити за адресою')
  expect(asked.keys.map(({ ActionType }) => ActionType)).toEqual(['location-picker', 'reply'])
  expect(asked.fields).toMatchObject({ min_api_version: 3, receiver: 'RESIDENT=' })
  const sure = await say('RESIDENT=', 'Via Roma 1')
  expect(sure.text).toContain('Via Roma 1')
  const yes = sure.keys.find(({ Text }) => Text === 'Так')
  expect(yes?.ActionBody).toBe(`Так (follow_yes:${roma})`)
  expect((await say('RESIDENT=', yes?.ActionBody ?? '')).text).toContain('Готово')
  expect(await database().subscription.findMany({ where: { contact: { value: 'RESIDENT=' } } })).toMatchObject([
    { addressId: roma, role: 'resident' },
  ])
})

it('sends a location instead, or something that cannot be read', async () => {
  await say('LOCATED1=', 'адреса')
  const message = { type: 'location', location: { lat: 45.001, lon: 8.703 } }
  await post(callback('message', { sender: { id: 'LOCATED1=' }, message }))
  expect(received().at(-1)?.text).toContain('1. Via Roma 1')
  await post(callback('message', { sender: { id: 'LOCATED1=' }, message: { type: 'sticker', sticker_id: 46105 } }))
  expect(received().at(-1)?.text).toContain('лише текст')
})

it('whoever had blocked the bot is told again once they write, and not once they write that they want nothing', async () => {
  for (const [from, words, state] of [
    ['BLOCKED1=', 'список', 'confirmed'],
    ['BLOCKED2=', 'стоп', 'opted_out'],
  ] as const) {
    await say(from, 'Via Roma 1')
    await say(from, `Так (follow_yes:${roma})`)
    await post(callback('unsubscribed', { user_id: from }))
    const contact = () => database().contact.findFirstOrThrow({ where: { channel: 'viber', value: from }, select: { state: true } })
    expect(await contact()).toEqual({ state: 'unreachable' })
    await say(from, words)
    expect(await contact()).toEqual({ state })
  }
})

it('a callback that comes twice is answered once', async () => {
  const body = written('TWICE001=', 'допомога')
  await post(body)
  await post(body)
  expect(received()).toHaveLength(1)
})

it('while Viber is down the callback is to come again, and then the answer is said', async () => {
  viber.provider.behaviour.refuse = [{ next: 1, code: 12 }]
  const body = written('DOWN0001=', 'допомога')
  expect((await post(body)).status).toBe(503)
  expect(received()).toEqual([])
  expect((await post(body)).status).toBe(200)
  expect(received()).toHaveLength(1)
  await post(body)
  expect(received()).toHaveLength(1)
})

it('an answer that Viber may have is not said again', async () => {
  viber.provider.behaviour.drop = { next: 1 }
  const body = written('DOUBT001=', 'допомога')
  expect((await post(body)).status).toBe(200)
  await post(body)
  expect(received()).toHaveLength(1)
})
