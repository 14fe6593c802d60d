import { checkTelegramCall } from './check-telegram-call'
import { CREDENTIALS } from './credentials'
import type { Callback, Provider, ProviderDefinition, Reply } from './provider'
import { forgetTelegramState, telegramState } from './telegram-state'
import { TELEGRAM_UPDATE } from './telegram-updates'

const PATH = /^\/bot([^/]+)\/(\w+)$/
const BOT = { id: 110201543, is_bot: true, first_name: 'Preavviso', username: 'preavviso_bot' }

let lastMessage = 1_000

function error(error_code: number, description: string, parameters?: object): Reply {
  return { status: error_code, body: { ok: false, error_code, description, ...(parameters && { parameters }) } }
}

const ok = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } })

function sendMessage(fields: Record<string, unknown>, provider: Provider): Reply {
  const [to, text] = [String(fields.chat_id), String(fields.text)]
  const moved = telegramState(provider).moved.get(to)
  if (moved !== undefined) return error(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: moved })
  const wait = provider.limit(1)
  if (wait > 0) return error(429, `Too Many Requests: retry after ${wait}`, { retry_after: wait })
  const refusal = provider.refusalOf(to)
  if (refusal) {
    const status = Number(refusal.code ?? refusal.status ?? 403)
    return error(status, refusal.message ?? 'Forbidden: bot was blocked by the user')
  }
  const message_id = ++lastMessage
  const { at } = provider.accept({ id: `${to}:${message_id}`, to, text, fields })
  return ok({ message_id, from: BOT, chat: { id: Number(to), type: 'private' }, date: Math.floor(at / 1000), text })
}

function parseFields(body: string): Record<string, unknown> | null {
  try {
    return JSON.parse(body || '{}') as Record<string, unknown>
  } catch {
    return null
  }
}

const toCallback = (update: object): Callback => ({ contentType: 'application/json', body: JSON.stringify(update) })

/** What a method but sendMessage gives. */
const OTHERS: Record<string, (fields: Record<string, unknown>, provider: Provider) => unknown> = {
  getMe: () => BOT,
  getUpdates: ({ offset = 0, limit = 100 }, provider) => {
    const state = telegramState(provider)
    state.updates = state.updates.filter(({ update_id }) => update_id >= Number(offset))
    return state.updates.slice(0, Number(limit))
  },
  getChatMember: ({ user_id: id }, provider) => {
    const status = telegramState(provider).admins.has(Number(id)) ? 'administrator' : 'member'
    return { status, user: { id, is_bot: false, first_name: 'Somebody' } }
  },
}

/** Telegram's Bot API, checked and answered as Telegram does. It says nothing of delivery. */
export const TELEGRAM: ProviderDefinition = {
  name: 'telegram',
  states: { delivered: [], undelivered: [] },
  handle({ path, body }, provider) {
    const [, token, method = ''] = PATH.exec(path) ?? []
    if (token === undefined) return error(404, 'Not Found')
    if (decodeURIComponent(token) !== CREDENTIALS.TELEGRAM_BOT_TOKEN) return error(401, 'Unauthorized')
    const fields = parseFields(body)
    const wrong = fields ? checkTelegramCall(method, fields) : "can't parse JSON"
    if (!fields || wrong !== null) {
      provider.violate(`${method}: ${wrong}`)
      return error(wrong === 'method not found' ? 404 : 400, wrong === 'method not found' ? 'Not Found' : `Bad Request: ${wrong}`)
    }
    if (method === 'sendMessage') return sendMessage(fields, provider)
    const refusal = provider.refusalOf(method)
    if (refusal) return error(Number(refusal.code ?? 400), refusal.message ?? 'Bad Request')
    telegramState(provider).calls.push({ method, fields })
    return ok(OTHERS[method]?.(fields, provider) ?? true)
  },
  forget: forgetTelegramState,
  report: () => toCallback({ update_id: 1 }),
  sign: () => ({ 'x-telegram-bot-api-secret-token': CREDENTIALS.TELEGRAM_WEBHOOK_SECRET }),
  inbound: (from, text) => toCallback(TELEGRAM_UPDATE.text({ chat: Number(from) }, text)),
  blocked: (from) => toCallback(TELEGRAM_UPDATE.member({ chat: Number(from) }, 'member', 'kicked')),
}
