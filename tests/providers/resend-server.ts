import { createHash, createHmac, randomUUID } from 'node:crypto'
import { checkResendMail } from './check-resend-mail'
import { CREDENTIALS } from './credentials'
import type { Provider, ProviderDefinition, ProviderRequest, Reply } from './provider'
import { RESEND_FACTS } from './resend-facts'

type Mail = Record<string, unknown> & { to: string | string[]; text?: string; subject: string }

const DAY = 24 * 3_600_000

function error(statusCode: number, name: string, message: string, headers?: Record<string, string>): Reply {
  return { status: statusCode, body: { statusCode, name, message }, ...(headers && { headers }) }
}

const recipientOf = ({ to }: Mail) => (Array.isArray(to) ? to.join(', ') : to)

/** A refusal that names neither people nor an address is of the whole request. */
function wholeRefusal(provider: Provider, mails: Mail[]): Reply | null {
  const isWhole = ({ recipients, code }: { recipients?: string[]; code?: unknown }) => !recipients && code !== 'validation_error'
  if (!provider.behaviour.refuse.some(isWhole)) return null
  const refusal = provider.refusalOf(mails[0] ? recipientOf(mails[0]) : '')
  return refusal ? error(refusal.status ?? 500, String(refusal.code ?? 'internal_server_error'), refusal.message ?? 'Refused') : null
}

function sendBatch(mails: Mail[], isPermissive: boolean, provider: Provider): Reply {
  const faults = mails.flatMap((mail, index) => {
    const wrong = checkResendMail(mail)
    if (wrong) provider.violate(wrong)
    const message = wrong ?? (provider.refusalOf(recipientOf(mail)) && 'Invalid `to` field. The email address is not valid.')
    return message ? [{ index, message }] : []
  })
  if (faults[0] && !isPermissive) return error(422, 'validation_error', faults[0].message)
  const isFaulty = new Set(faults.map(({ index }) => index))
  const data = mails.flatMap((mail, index) => {
    if (isFaulty.has(index)) return []
    const { id } = provider.accept({ id: randomUUID(), to: recipientOf(mail), text: mail.text ?? '', fields: mail })
    return [{ id }]
  })
  return { status: 200, body: isPermissive ? { data, errors: faults } : { data } }
}

function parseMails(body: string): Mail[] | null {
  try {
    const mails = JSON.parse(body) as unknown
    return Array.isArray(mails) && mails.length > 0 && mails.length <= RESEND_FACTS.mostMails ? (mails as Mail[]) : null
  } catch {
    return null
  }
}

function receive({ header, body }: ProviderRequest, provider: Provider): Reply {
  const mails = parseMails(body)
  if (!mails) {
    provider.violate('a batch has 1 to 100 emails')
    return error(422, 'validation_error', 'The batch must contain between 1 and 100 emails.')
  }
  const wait = provider.limit(mails.length)
  if (wait > 0) return error(429, 'rate_limit_exceeded', 'Too many requests.', { 'retry-after': String(wait) })
  return wholeRefusal(provider, mails) ?? sendBatch(mails, header('x-batch-validation') === 'permissive', provider)
}

/** The same key and contents give the first answer; other contents, or the first still at work, 409. Refusals are not remembered. */
function receiveOnce(key: string, request: ProviderRequest, provider: Provider): Reply {
  const digest = createHash('sha1').update(request.body).digest('base64')
  const first = provider.answers.get(key)
  if (first && first.saidAt > Date.now() - DAY) {
    if (first.digest !== digest) return error(409, 'invalid_idempotent_request', 'This key has been used with another payload.')
    if (first.saidAt > Date.now()) return error(409, 'concurrent_idempotent_requests', 'The original request is still in progress.')
    provider.log.count('replayed')
    return first.reply
  }
  const reply = receive(request, provider)
  if (reply.status === 200) provider.answers.set(key, { digest, reply, saidAt: Date.now() + provider.behaviour.slow })
  return reply
}

/** Resend's batch of emails, with its idempotency keys, checked and answered as Resend does. */
export const RESEND: ProviderDefinition = {
  name: 'resend',
  states: { delivered: ['email.sent', 'email.delivered'], undelivered: ['email.sent', 'email.bounced'] },
  handle(request, provider) {
    if (request.header('authorization') !== `Bearer ${CREDENTIALS.RESEND_API_KEY}`)
      return error(403, 'invalid_api_key', 'API key is invalid')
    if (request.method !== 'POST' || request.path !== '/emails/batch')
      return error(404, 'not_found', 'The requested endpoint does not exist.')
    const key = request.header('idempotency-key')
    if (key === undefined) return receive(request, provider)
    if (key.length >= 1 && key.length <= RESEND_FACTS.longestKey) return receiveOnce(key, request, provider)
    provider.violate('an idempotency key has 1 to 256 characters')
    return error(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.')
  },
  report({ id, to, at, fields }, state, code) {
    const bounce = { bounce: { type: String(code ?? 'Permanent'), subType: 'General', message: 'No such mailbox.' } }
    const data = { email_id: id, from: fields.from, to: [to], subject: fields.subject, created_at: new Date(at).toISOString() }
    const event = { type: state, created_at: new Date().toISOString(), data: { ...data, ...(state === 'email.bounced' && bounce) } }
    return { contentType: 'application/json', body: JSON.stringify(event) }
  },
  sign(_url, { body }) {
    const id = `msg_${createHash('sha1').update(body).digest('hex')}`
    const timestamp = String(Math.floor(Date.now() / 1000))
    const secret = Buffer.from(CREDENTIALS.RESEND_WEBHOOK_SECRET.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest('base64')
    return { 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
  },
}
