import { createHmac, randomBytes } from 'node:crypto'
import { countSegments } from '@/lib/channels/count-segments'
import { checkTwilioMessage, type TwilioFault } from './check-twilio-message'
import { CREDENTIALS } from './credentials'
import type { Callback, Provider, ProviderDefinition, ProviderRequest, Reply } from './provider'
import type { Received } from './received-log'
import { TWILIO_FACTS } from './twilio-facts'

const PATH = /^\/2010-04-01\/Accounts\/([^/]+)\/Messages\.json$/
const TOKENS: Record<string, string> = {
  [CREDENTIALS.TWILIO_ACCOUNT_SID]: CREDENTIALS.TWILIO_AUTH_TOKEN,
  [CREDENTIALS.TWILIO_2_ACCOUNT_SID]: CREDENTIALS.TWILIO_2_AUTH_TOKEN,
}
const OUR_NUMBER = '+15005550006'

function fault(status: number, { code, message }: TwilioFault, headers?: Record<string, string>): Reply {
  return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, ...(headers && { headers }) }
}

function isSignedIn({ header }: ProviderRequest, account: string): boolean {
  const expected = Buffer.from(`${account}:${TOKENS[account]}`).toString('base64')
  return account in TOKENS && header('authorization') === `Basic ${expected}`
}

/** A message as Twilio describes it; dates to the second, and no date of sending while it is in the queue. */
function toResource({ id, to, text, at, fields }: Received) {
  const created = new Date(at).toUTCString().replace('GMT', '+0000')
  const account = String(fields.account)
  return {
    ...{
      sid: id,
      account_sid: account,
      to,
      body: text,
      from: fields.From ?? null,
      messaging_service_sid: fields.MessagingServiceSid ?? null,
    },
    ...{ status: 'queued', direction: 'outbound-api', num_segments: '1', num_media: '0', error_code: null, error_message: null },
    ...{ date_created: created, date_updated: created, date_sent: null, price: null, price_unit: null, api_version: '2010-04-01' },
    ...{ uri: `/2010-04-01/Accounts/${account}/Messages/${id}.json`, subresource_uris: {} },
  }
}

function create(account: string, { body }: ProviderRequest, provider: Provider): Reply {
  const form = new URLSearchParams(body)
  const wrong = checkTwilioMessage(form)
  if (wrong) {
    provider.violate(`${wrong.code} ${wrong.message}`)
    return fault(400, wrong)
  }
  const [to, text] = [form.get('To') ?? '', form.get('Body') ?? '']
  const wait = provider.limit(provider.behaviour.rate === null ? 1 : countSegments(text))
  if (wait > 0) return fault(429, { code: 20429, message: 'Too Many Requests' }, { 'retry-after': String(wait) })
  const refusal = provider.refusalOf(to)
  if (refusal) return fault(refusal.status ?? 400, { code: Number(refusal.code ?? 20500), message: refusal.message ?? 'Refused' })
  const id = `SM${randomBytes(16).toString('hex')}`
  return { status: 201, body: toResource(provider.accept({ id, to, text, fields: { ...Object.fromEntries(form), account } })) }
}

function list(account: string, { query, path }: ProviderRequest, provider: Provider): Reply {
  const size = Number(query.get('PageSize') ?? 50)
  const unknown = [...query.keys()].find((name) => !(TWILIO_FACTS.listParameters as readonly string[]).includes(name))
  if (unknown || !(size >= 1 && size <= TWILIO_FACTS.largestPage)) {
    provider.violate(`list: ${unknown ?? `PageSize ${size}`}`)
    return fault(400, { code: 20001, message: `Invalid parameter ${unknown ?? 'PageSize'}` })
  }
  const to = query.get('To')
  const own = to === null ? provider.log.received.toReversed() : provider.log.findByRecipient(to)
  const messages = own.filter(({ fields }) => fields.account === account).slice(0, size)
  const page = { page: 0, page_size: size, start: 0, end: messages.length, uri: path, first_page_uri: path }
  return { status: 200, body: { messages: messages.map(toResource), ...page, next_page_uri: null, previous_page_uri: null } }
}

function form(fields: Record<string, string>): Callback {
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() }
}

/** Twilio's Messages, checked and answered as Twilio does. */
export const TWILIO: ProviderDefinition = {
  name: 'twilio',
  states: { delivered: ['sent', 'delivered'], undelivered: ['sent', 'undelivered'] },
  handle(request, provider) {
    const account = PATH.exec(request.path)?.[1]
    if (account === undefined) return fault(404, { code: 20404, message: `The requested resource ${request.path} was not found` })
    if (!isSignedIn(request, account)) return fault(401, { code: 20003, message: 'Authenticate' })
    return request.method === 'POST' ? create(account, request, provider) : list(account, request, provider)
  },
  report({ id, to, fields }, state, code) {
    const error: Record<string, string> = state === 'undelivered' || state === 'failed' ? { ErrorCode: String(code ?? 30003) } : {}
    const named = { MessageSid: id, SmsSid: id, MessageStatus: state, SmsStatus: state, To: to, From: String(fields.From ?? OUR_NUMBER) }
    const callback = form({ ...named, AccountSid: String(fields.account), ApiVersion: '2010-04-01', ...error })
    return { ...callback, url: fields.StatusCallback as string | undefined }
  },
  sign(url, { body }) {
    const fields = new URLSearchParams(body)
    const account = fields.get('AccountSid') ?? CREDENTIALS.TWILIO_ACCOUNT_SID
    const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
    const signed = url + sorted.map(([name, value]) => name + value).join('')
    return {
      'x-twilio-signature': createHmac('sha1', TOKENS[account] ?? '')
        .update(signed)
        .digest('base64'),
    }
  },
  inbound(from, text) {
    const id = `SM${randomBytes(16).toString('hex')}`
    const account = CREDENTIALS.TWILIO_ACCOUNT_SID
    return form({ ...{ MessageSid: id, SmsSid: id, AccountSid: account, From: from, To: OUR_NUMBER, Body: text }, NumSegments: '1' })
  },
}
