import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { chatLinks } from '@/lib/bots/chat-links'
import { pollTelegram } from '@/lib/bots/telegram/poll-telegram'
import { setTelegramWebhook } from '@/lib/bots/telegram/set-telegram-webhook'
import { setViberWebhook } from '@/lib/bots/viber/set-viber-webhook'
import { database } from '@/lib/db/client'
import { CREDENTIALS } from '../providers/credentials'
import { type ProviderServer, startProviderServer } from '../providers/provider-server'
import { TELEGRAM } from '../providers/telegram-server'
import { telegramState } from '../providers/telegram-state'
import { TELEGRAM_UPDATE } from '../providers/telegram-updates'
import { VIBER } from '../providers/viber-server'
import { Chat } from './bot-chat'
import { addHousehold, createUtility } from './factories'

const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }
Object.assign(process.env, CREDENTIALS, {
  ...{ NEXTAUTH_SECRET: 'a secret of tests', PUBLIC_URL: 'https://acque.example' },
  ...{ TELEGRAM_BOT_NAME: 'acque_bot', VIBER_BOT_URI: 'acque' },
})

let telegram: ProviderServer
let viber: ProviderServer

beforeAll(async () => {
  ;[telegram, viber] = await Promise.all([startProviderServer(TELEGRAM), startProviderServer(VIBER)])
  Object.assign(process.env, { TELEGRAM_API_ROOT: telegram.url, VIBER_API_ROOT: viber.url })
  await createUtility()
})
afterAll(() => Promise.all([telegram.close(), viber.close()]))
beforeEach(() => telegram.provider.reset())

const calls = () => telegramState(telegram.provider).calls

describe('messengers', () => {
  it('are told where to call, and Telegram which commands there are, in each language', async () => {
    expect(await setTelegramWebhook(CLI)).toEqual({ url: 'https://acque.example/api/webhooks/telegram' })
    const [webhook, ...commands] = calls()
    expect(webhook).toEqual({
      method: 'setWebhook',
      fields: {
        url: 'https://acque.example/api/webhooks/telegram',
        secret_token: CREDENTIALS.TELEGRAM_WEBHOOK_SECRET,
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      },
    })
    expect(commands.map(({ fields }) => fields.language_code)).toEqual([undefined, 'en', 'it', 'lt', 'uk'])
    expect(telegram.provider.log.summary()).toMatchObject({ violations: 0, violationsNamed: [] })
    expect(await setViberWebhook(CLI)).toEqual({ url: 'https://acque.example/api/webhooks/viber' })
  })
})

describe('asking Telegram instead of being called', () => {
  /** Polls until `isDone`. */
  async function poll(isDone: () => boolean): Promise<void> {
    const stopping = new AbortController()
    const polling = pollTelegram(CLI, stopping.signal)
    await expect.poll(isDone, { timeout: 20_000 }).toBe(true)
    stopping.abort()
    await polling
  }

  it('answers what people wrote, in order, and confirms it', async () => {
    const place = { chat: 9001, language: 'it' }
    telegramState(telegram.provider).updates.push(TELEGRAM_UPDATE.text(place, '/start'), TELEGRAM_UPDATE.text(place, 'aggiungi'))
    await poll(() => telegram.provider.log.received.length === 2)
    expect(telegram.provider.log.received.map(({ text }) => text.split('\n')[0])).toEqual([
      expect.stringContaining('Buongiorno'),
      expect.stringContaining('numero della sua utenza'),
    ])
    expect(calls()[0]).toEqual({ method: 'deleteWebhook', fields: {} })
    expect(telegramState(telegram.provider).updates).toEqual([])
    expect(telegram.provider.log.summary()).toMatchObject({ violations: 0, doubles: 0 })
  })

  it('waits while Telegram is down, and says nothing twice', async () => {
    const update = TELEGRAM_UPDATE.text({ chat: 9002, language: 'it' }, '/start')
    telegramState(telegram.provider).updates.push(update)
    telegram.provider.behaviour.refuse = [
      { recipients: ['getUpdates'], next: 2, code: 502, message: 'Bad Gateway' },
      { recipients: ['9002'], next: 1, code: 500, message: 'Internal Server Error' },
    ]
    await poll(() => telegramState(telegram.provider).updates.length === 0)
    // Said once or, where Telegram did not say whether it took it, not again.
    expect(telegram.provider.log.received.length).toBeLessThanOrEqual(1)
    telegramState(telegram.provider).updates.push(update)
    await poll(() => telegramState(telegram.provider).updates.length === 0)
    expect(telegram.provider.log.received.length).toBeLessThanOrEqual(1)
  })
})

describe('a link of the account page', () => {
  it('has the chat that brings it told of the accounts of whoever made it, and lets neither into what is the other’s', async () => {
    const { contactId } = await addHousehold({
      x: 1,
      y: 1,
      street: 'Via Po',
      number: 1,
      channel: 'email',
      value: 'anna@example.org',
      language: 'it',
    })
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const [link, viberLink] = chatLinks({ kind: 'customer', personId, source: '127.0.0.1' }, new Date())
    expect(viberLink?.href).toMatch(/^viber:\/\/pa\?chatURI=acque&context=[\w-]{32}$/)
    const token = new URL(link?.href ?? '').searchParams.get('start') ?? ''
    expect((await new Chat(9003).write(`/start ${token}`)).text).toContain('informata sulle sue utenze')
    const [chat, ...others] = await database().contact.findMany({ where: { value: '9003' } })
    expect(others).toEqual([])
    expect(chat).toMatchObject({ state: 'confirmed', channel: 'telegram' })
    // The link may have been sent to somebody else: what they prove later is not open to whoever made it.
    expect(chat?.personId).not.toBe(personId)
    expect(await database().accountAccess.count()).toBe(0)
    expect(await database().subscription.findMany({ where: { contact: { value: '9003' } } })).toMatchObject([
      { accountId: expect.any(Number) },
    ])
    expect((await new Chat(9004).write(`/start ${token.slice(0, -1)}x`)).text).toContain('non è più valido')
    expect(await database().contact.count({ where: { value: '9004' } })).toBe(0)
  })
})
