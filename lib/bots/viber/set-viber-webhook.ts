import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEditSettings } from '@/lib/auth/policies'
import { callViber } from '@/lib/channels/call-viber'
import { env } from '@/lib/env'
import { AppError, badInput } from '@/lib/errors'

const answer = z.object({ status: z.number(), status_message: z.string().default('') })

/** What Viber calls us for; `message` and the two of subscribing come always. */
const EVENTS = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started']

/**
 * Has Viber bring callbacks to this installation's address; it tries the address at once. Returns the address. Throws `forbidden`; `not_found` without a
 * token; `bad_input` where the address is not one that Viber reaches (https); `unavailable` with Viber's own words.
 */
export async function setViberWebhook(actor: Actor): Promise<{ url: string }> {
  requirePolicy(actor, canEditSettings(actor))
  const { VIBER_AUTH_TOKEN: token, VIBER_API_ROOT: apiRoot, PUBLIC_URL } = env()
  if (token === undefined) throw new AppError('not_found', { reason: 'bot_off' })
  if (!PUBLIC_URL.startsWith('https://')) throw badInput('webhook_needs_https', 'PUBLIC_URL')
  const url = `${PUBLIC_URL}/api/webhooks/viber`
  const { text } = await callViber({ token, apiRoot }, 'set_webhook', { url, event_types: EVENTS, send_name: false, send_photo: false })
  const { status, status_message: words } = answer.parse(JSON.parse(text))
  if (status !== 0) throw new AppError('unavailable', { reason: 'messenger_refused', params: { words: words.slice(0, 100) } })
  return { url }
}
