import { checkTelegramCall } from './check-telegram-call'
import { CREDENTIALS } from './credentials'
import type { Callback, Provider, ProviderDefinition, Reply } from './provider'

const PATH = /^\/bot([^/]+)\/(\w+)$/
const BOT = { id: 110201543, is_bot: true, first_name: 'Preavviso', username: 'preavviso_bot' }

let lastMessage = 1_000
let lastUpdate = 500_000

function error(error_code: number, description: string, parameters?: object): Reply {
  return { status: error_code, body: { ok: false, error_code, description, ...(parameters && { parameters }) } }
}

const ok = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } })

function sendMessage(fields: Record<string, unknown>, provider: Provider): Reply {
  const [to, text] = [String(fields.chat_id), String(fields.text)]
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

function update(content: object): Callback {
  return { contentType: 'application/json', body: JSON.stringify({ update_id: ++lastUpdate, ...content }) }
}

function person(from: string) {
  const id = Number(from)
  return { from: { id, is_bot: false, first_name: 'Somebody' }, chat: { id, type: 'private', first_name: 'Somebody' } }
}

const now = () => Math.floor(Date.now() / 1000)

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
    return ok(method === 'getMe' ? BOT : true)
  },
  report: () => update({}),
  sign: () => ({ 'x-telegram-bot-api-secret-token': CREDENTIALS.TELEGRAM_WEBHOOK_SECRET }),
  inbound: (from, text) => update({ message: { message_id: ++lastMessage, date: now(), text, ...person(from) } }),
  blocked(from) {
    const user = BOT
    const change = { old_chat_member: { user, status: 'member' }, new_chat_member: { user, status: 'kicked', until_date: 0 } }
    return update({ my_chat_member: { ...person(from), date: now(), ...change } })
  },
}
