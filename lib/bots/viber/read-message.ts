import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { BotUpdate } from '../answer-update'
import type { Heard } from '../bots'
import { readAct } from '../read-act'

/** Tokens are 64 bits long: a text, see lib/channels/parse-viber-json.ts. */
const event = z.object({
  event: z.string().max(40),
  message_token: z.string().regex(/^\d{1,20}$/),
  timestamp: z.number().int().positive().max(8.64e15),
})
const user = z.object({ id: z.string().min(1).max(64), language: z.string().max(35).optional() })
const message = event.extend({
  sender: user,
  message: z.object({
    type: z.string(),
    text: z.string().optional(),
    location: z.object({ lat: z.coerce.number().min(-90).max(90), lon: z.coerce.number().min(-180).max(180) }).optional(),
  }),
})
const opened = event.extend({ user, context: z.string().max(200).optional() })

/** What somebody said, or that they opened the chat, which is answered in the response. */
export interface ViberMessage {
  update: BotUpdate
  isWelcome: boolean
}

/** Behind a button's words, where these alone would not say what it does: see lib/channels/viber-keyboard.ts. */
const ACT = /\(([a-z_]+:[a-z0-9]+)\)$/

function hearText(text: string): Heard {
  const act = readAct(ACT.exec(text)?.[1] ?? '')
  return act ? { kind: 'act', act, isAdmin: false } : { kind: 'text', text }
}

function hear({ type, text, location }: z.infer<typeof message>['message']): Heard {
  if (type === 'location' && location) return { kind: 'location', longitude: location.lon, latitude: location.lat }
  return type === 'text' && text !== undefined ? hearText(text) : { kind: 'unreadable' }
}

/** Reads what a callback says to the bot, parsed by parseViberJson; null for anything else. Throws `bad_input` for what is no callback. */
export function readViberMessage(body: unknown): ViberMessage | null {
  const { event: name, message_token: id, timestamp: order } = parseInput(event, body)
  const toUpdate = ({ id: from, language }: z.infer<typeof user>, heard: Heard): BotUpdate => ({
    ...{ id, order, heard, clientLanguage: language ?? null },
    chat: { channel: 'viber', id: from, isGroup: false, threadId: null },
  })
  if (name === 'message') {
    const { sender, message: said } = parseInput(message, body)
    return { update: toUpdate(sender, hear(said)), isWelcome: false }
  }
  if (name !== 'conversation_started') return null
  const { user: who, context } = parseInput(opened, body)
  return { update: toUpdate(who, { kind: 'opened', token: context || null, isAsked: false }), isWelcome: true }
}
