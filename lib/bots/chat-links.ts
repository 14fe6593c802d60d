import { type Actor, requireCustomer } from '@/lib/auth/actor'
import type { BotLink } from '@/lib/contacts/bot-links'
import { env } from '@/lib/env'
import { createChatLinkToken } from './chat-link'

/**
 * Links that open the bots and make the chat, from which they are brought within an hour, a confirmed contact of the actor's. None where the environment
 * names no bot. Throws `unauthenticated`, `forbidden`.
 */
export function chatLinks(actor: Actor, now: Date): BotLink[] {
  const { personId } = requireCustomer(actor)
  const { TELEGRAM_BOT_NAME, VIBER_BOT_URI, NEXTAUTH_SECRET } = env()
  if (!NEXTAUTH_SECRET) return []
  const token = createChatLinkToken(personId, now, NEXTAUTH_SECRET)
  return [
    ...(TELEGRAM_BOT_NAME ? [{ channel: 'telegram', href: `https://t.me/${TELEGRAM_BOT_NAME}?start=${token}` } as const] : []),
    ...(VIBER_BOT_URI ? [{ channel: 'viber', href: `viber://pa?chatURI=${VIBER_BOT_URI}&context=${token}` } as const] : []),
  ]
}
