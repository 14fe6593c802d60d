import { afterAll, beforeAll, beforeEach } from 'vitest'
import { database } from '@/lib/db/client'
import { CREDENTIALS } from '../providers/credentials'
import { type ProviderServer, startProviderServer } from '../providers/provider-server'
import { TELEGRAM } from '../providers/telegram-server'
import { addHousehold, createUtility } from './factories'

const { TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET } = CREDENTIALS

/** The addresses of Via Roma 1 to 9, Provaglio, as withTelegram makes them. */
export const roma: number[] = []

/** A file of tests has a utility whose bot speaks with a fake Telegram, nine houses in Via Roma and one in Via Milano. */
export function withTelegram(): { provider: () => ProviderServer['provider'] } {
  let telegram: ProviderServer
  Object.assign(process.env, {
    TELEGRAM_BOT_TOKEN,
    TELEGRAM_WEBHOOK_SECRET,
    NEXTAUTH_SECRET: 'a secret of tests',
    PUBLIC_URL: 'https://acque.example',
  })
  beforeAll(async () => {
    telegram = await startProviderServer(TELEGRAM)
    process.env.TELEGRAM_API_ROOT = telegram.url
    await createUtility()
    for (let number = 1; number <= 9; number++) {
      const house = { x: number * 3, y: 1, street: 'Via Roma', number, language: 'it' }
      roma.push((await addHousehold({ ...house, channel: 'email', value: `holder${number}@example.org` })).addressId)
    }
    await addHousehold({ x: 1, y: 20, street: 'Via Milano', number: 1, channel: 'email', value: 'milano@example.org', language: 'it' })
  })
  afterAll(() => telegram.close())
  beforeEach(() => telegram.provider.reset())
  return { provider: () => telegram.provider }
}

/** An account at Via Roma `number` whose meter is known. */
export async function nameMeter(number: number, meterNumber: string): Promise<string> {
  const account = await database().account.findFirstOrThrow({ where: { servicePoint: { addressId: roma[number - 1] ?? 0 } } })
  await database().account.update({ where: { id: account.id }, data: { meterNumber, number: `10000000${number}` } })
  return `10000000${number}`
}

/** What a chat follows. */
export const followed = (chat: number) =>
  database().subscription.findMany({
    where: { contact: { channel: 'telegram', value: String(chat) } },
    select: { addressId: true, accountId: true, role: true },
    orderBy: { id: 'asc' },
  })

export const contactsOf = (chat: number) => database().contact.findMany({ where: { channel: 'telegram', value: String(chat) } })
