import { createHmac } from 'node:crypto'
import { checkViberCall } from './check-viber-call'
import { CREDENTIALS } from './credentials'
import type { Callback, Provider, ProviderDefinition, Reply } from './provider'
import { VIBER_STATUS } from './viber-facts'

/** Tokens of 64 bits, as Viber's are: two that differ by one are one number in JavaScript. */
let lastToken = 5_741_311_803_571_721_087n

/** JSON with a token that is no text. */
function withToken(token: bigint, fields: object): string {
  return JSON.stringify({ message_token: 'TOKEN', ...fields }).replace('"TOKEN"', String(token))
}

function reply(status: number, fields: object = {}): Reply {
  return { status: 200, body: withToken(++lastToken, { status, status_message: VIBER_STATUS[status] ?? 'generalError', ...fields }) }
}

function parseFields(body: string): Record<string, unknown> | null {
  try {
    return JSON.parse(body) as Record<string, unknown>
  } catch {
    return null
  }
}

function send(method: string, fields: Record<string, unknown>, provider: Provider): Reply {
  const receivers = (method === 'send_message' ? [fields.receiver] : fields.broadcast_list) as string[]
  if (provider.limit(receivers.length) > 0) return reply(12)
  const token = ++lastToken
  const failed: Array<{ receiver: string; status: number; status_message: string }> = []
  for (const to of receivers) {
    const refusal = provider.refusalOf(to)
    if (refusal?.status !== undefined && refusal.status >= 400) return { status: refusal.status, body: 'Bad Gateway' }
    const status = Number(refusal?.code ?? 6)
    const isWhole = refusal && !refusal.recipients
    if (isWhole) return reply(status)
    if (refusal) failed.push({ receiver: to, status, status_message: VIBER_STATUS[status] ?? 'generalError' })
    else provider.accept({ id: `${token}:${to}`, to, text: String(fields.text), fields: method === 'send_message' ? fields : {} })
  }
  if (method === 'send_message' && failed[0]) return reply(failed[0].status)
  return {
    status: 200,
    body: withToken(token, { status: 0, status_message: 'ok', chat_hostname: 'SN-1', ...(failed[0] && { failed_list: failed }) }),
  }
}

function callback(token: bigint, fields: object): Callback {
  return { contentType: 'application/json', body: withToken(token, { ...fields, timestamp: Date.now(), chat_hostname: 'SN-1' }) }
}

/** Viber's bot API, checked and answered as Viber does: always 200, with a status of its own. */
export const VIBER: ProviderDefinition = {
  name: 'viber',
  states: { delivered: ['delivered'], undelivered: ['failed'] },
  handle({ method, path, header, body }, provider) {
    const called = /^\/pa\/(\w+)$/.exec(path)?.[1]
    if (method !== 'POST' || called === undefined) return { status: 404, body: 'Not Found' }
    if (header('x-viber-auth-token') !== CREDENTIALS.VIBER_AUTH_TOKEN) return reply(2)
    if (called === 'set_webhook' || called === 'get_account_info') return reply(0)
    const fields = parseFields(body)
    const wrong = fields ? checkViberCall(called, fields, Buffer.byteLength(body)) : { status: 3, what: 'no JSON' }
    if (!fields || wrong) {
      provider.violate(`${called}: ${wrong?.what}`)
      return reply(wrong?.status ?? 3)
    }
    return send(called, fields, provider)
  },
  report({ id }, state, code) {
    const [token = '0', ...user] = id.split(':')
    return callback(BigInt(token), {
      event: state,
      user_id: user.join(':'),
      ...(state === 'failed' && { desc: String(code ?? 'failure') }),
    })
  },
  sign: (_url, { body }) => ({
    'x-viber-content-signature': createHmac('sha256', CREDENTIALS.VIBER_AUTH_TOKEN).update(body).digest('hex'),
  }),
  inbound: (from, text) =>
    callback(++lastToken, { event: 'message', sender: { id: from, name: 'Somebody', language: 'uk' }, message: { type: 'text', text } }),
  blocked: (from) => callback(++lastToken, { event: 'unsubscribed', user_id: from }),
}
