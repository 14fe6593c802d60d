import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { ProviderNews, ProviderReceipt } from './provider-news'

/** Tokens are 64 bits long: a text, see parse-viber-json.ts. */
const token = z.string().regex(/^\d{1,20}$/)
const user = z.string().min(1).max(64)
const callback = z.object({ event: z.string().max(40), message_token: token, timestamp: z.number().int().positive().max(8.64e15) })
const receipt = callback.extend({ user_id: user })
const unsubscribed = callback.extend({ user_id: user })
const subscribed = callback.extend({ user: z.object({ id: user }) })

function readReceipt(body: unknown, state: ProviderReceipt['state']): ProviderReceipt {
  const { message_token, user_id, timestamp } = parseInput(receipt, body)
  const providerId = `${message_token}:${user_id}`
  return { provider: 'viber', providerId, state, errorCode: state === 'failed' ? 'viber_failed' : null, at: new Date(timestamp) }
}

const READERS: Record<string, (body: unknown) => Partial<ProviderNews>> = {
  delivered: (body) => ({ receipt: readReceipt(body, 'delivered') }),
  seen: (body) => ({ receipt: readReceipt(body, 'delivered') }),
  failed: (body) => ({ receipt: readReceipt(body, 'failed') }),
  subscribed: (body) => ({ reachability: { channel: 'viber', value: parseInput(subscribed, body).user.id, isReachable: true } }),
  unsubscribed: (body) => ({ reachability: { channel: 'viber', value: parseInput(unsubscribed, body).user_id, isReachable: false } }),
}

/** Reads one of Viber's callbacks, parsed by parseViberJson. Events of no interest carry nothing, and words are for lib/bots. Throws `bad_input` for what is no callback. */
export function readViberCallback(body: unknown): ProviderNews {
  const { event, message_token: id } = parseInput(callback, body)
  const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined
  return { provider: 'viber', id, ...read?.(body) }
}
