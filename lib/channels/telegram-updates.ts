import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { ProviderNews } from './provider-news'

const chat = z.object({ id: z.number().int(), type: z.string() })
const update = z.object({
  update_id: z.number().int(),
  my_chat_member: z.object({ chat, new_chat_member: z.object({ status: z.string() }) }).optional(),
})

/** Whether the bot may write, by its status in the chat. */
const MAY_WRITE: Record<string, boolean> = { kicked: false, left: false, member: true, administrator: true }

/** Reads of an update whether a bot was blocked or unblocked. Words are for lib/bots. Throws `bad_input` for what is no update. */
export function readTelegramUpdate(body: unknown): ProviderNews {
  const { update_id, my_chat_member: change } = parseInput(update, body)
  const news = { provider: 'telegram', id: String(update_id) }
  if (!change || !Object.hasOwn(MAY_WRITE, change.new_chat_member.status)) return news
  const isReachable = MAY_WRITE[change.new_chat_member.status] === true
  return { ...news, reachability: { channel: 'telegram', value: String(change.chat.id), isReachable } }
}
