import { expect } from 'vitest'
import { POST } from '@/app/api/webhooks/telegram/route'
import { checkTelegramCall } from '../providers/check-telegram-call'
import { CREDENTIALS } from '../providers/credentials'
import { type Place, TELEGRAM_UPDATE } from '../providers/telegram-updates'

/** What the bot said, as the messenger would show it. */
export interface Said {
  text: string
  /** What stands on the buttons, and what they do. */
  buttons: Map<string, string>
  fields: Record<string, unknown>
}

/** Posts an update to the webhook, as Telegram does. */
export function postUpdate(update: object): Promise<Response> {
  const headers = { 'x-telegram-bot-api-secret-token': CREDENTIALS.TELEGRAM_WEBHOOK_SECRET }
  return POST(new Request('https://acque.example/api/webhooks/telegram', { method: 'POST', headers, body: JSON.stringify(update) }))
}

/** Hands an update to the webhook, and holds what it answers to Telegram's schema; null when the bot says nothing. */
export async function handUpdate(update: object): Promise<Said | null> {
  const response = await postUpdate(update)
  const body = await response.text()
  expect([response.status, body]).toEqual([200, expect.anything()])
  if (body === '') return null
  const { method, ...fields } = JSON.parse(body)
  expect(method).toBe('sendMessage')
  expect(checkTelegramCall(method, fields)).toBeNull()
  const rows = (fields.reply_markup?.inline_keyboard ?? fields.reply_markup?.keyboard ?? []) as Array<
    Array<{ text: string; callback_data?: string }>
  >
  return { text: fields.text, buttons: new Map(rows.flat().map((button) => [button.text, button.callback_data ?? ''])), fields }
}

/** Somebody's chat with the bot. */
export class Chat {
  constructor(
    readonly id: number,
    readonly place: Partial<Place> = {},
  ) {}

  private get where(): Place {
    return { chat: this.id, ...this.place }
  }

  /** Throws when nothing is answered. */
  async hand(update: object): Promise<Said> {
    const said = await handUpdate(update)
    if (!said) throw new Error('The bot said nothing.')
    return said
  }

  write = (text: string) => this.hand(TELEGRAM_UPDATE.text(this.where, text))
  press = (data: string) => this.hand(TELEGRAM_UPDATE.press(this.where, data))
  edit = (text: string) => this.hand(TELEGRAM_UPDATE.edited(this.where, text))
  send = (content: object) => this.hand(TELEGRAM_UPDATE.content(this.where, content))
  locate = (longitude: number, latitude: number) => this.hand(TELEGRAM_UPDATE.location(this.where, longitude, latitude))
}
