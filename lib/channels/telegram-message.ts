import type { InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types'
import type { MessageButton, OutgoingMessage } from './channels'
import { isOpenToAll } from './is-open-to-all'

function toInline(button: MessageButton): InlineKeyboardButton[] {
  if ('act' in button) return [{ text: button.text, callback_data: button.act }]
  return 'url' in button && isOpenToAll(button.url) ? [{ text: button.text, url: button.url }] : []
}

function toKey(button: MessageButton): KeyboardButton {
  return 'asks' in button ? { text: button.text, request_location: true } : { text: button.text }
}

/** Buttons below the message; where one asks for a location, keys instead of the keyboard, each of which writes what stands on it. */
function toMarkup(buttons: MessageButton[][]): InlineKeyboardMarkup | ReplyKeyboardMarkup | null {
  if (buttons.flat().some((button) => 'asks' in button))
    return { keyboard: buttons.map((row) => row.map(toKey)), one_time_keyboard: true, resize_keyboard: true }
  const rows = buttons.map((row) => row.flatMap(toInline)).filter((row) => row.length > 0)
  return rows.length > 0 ? { inline_keyboard: rows } : null
}

/** The fields of `sendMessage` for a message: also what a webhook may be answered with. Links show no preview. */
export function telegramMessage({ to, text, buttons = [], threadId }: Pick<OutgoingMessage, 'to' | 'text' | 'buttons' | 'threadId'>) {
  const markup = toMarkup(buttons)
  return {
    chat_id: Number(to),
    text,
    link_preview_options: { is_disabled: true },
    ...(typeof threadId === 'number' && { message_thread_id: threadId }),
    ...(markup && { reply_markup: markup }),
  }
}
