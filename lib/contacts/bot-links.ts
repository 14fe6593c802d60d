import type { Environment } from '@/lib/env'

export interface BotLink {
  channel: 'telegram' | 'viber'
  href: string
}

/**
 * Where the bots are, for somebody who wants to be told of an address: Telegram hands "a" and the address's id to the bot (`/start a417`), Viber as the
 * context of the conversation. None where the environment names no bot.
 */
export function botLinks({ TELEGRAM_BOT_NAME, VIBER_BOT_URI }: Environment, addressId: number): BotLink[] {
  const start = `a${addressId}`
  return [
    ...(TELEGRAM_BOT_NAME ? [{ channel: 'telegram', href: `https://t.me/${TELEGRAM_BOT_NAME}?start=${start}` } as const] : []),
    ...(VIBER_BOT_URI ? [{ channel: 'viber', href: `viber://pa?chatURI=${VIBER_BOT_URI}&context=${start}` } as const] : []),
  ]
}
