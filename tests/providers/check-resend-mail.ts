import { RESEND_FACTS } from './resend-facts'

const ADDRESS = /^(?:[^<>]* <)?[^\s<>@",]+@[^\s<>@",]+\.[^\s<>@",]+>?$/
const TEXTS = ['from', 'subject', 'html', 'text', 'scheduled_at', 'topic_id']

function isAddress(value: unknown): boolean {
  return typeof value === 'string' && ADDRESS.test(value)
}

/** What Resend would object to in one mail; null when nothing. */
export function checkResendMail(mail: unknown): string | null {
  if (typeof mail !== 'object' || mail === null) return 'Each email must be an object.'
  const fields = mail as Record<string, unknown>
  const missing = RESEND_FACTS.required.find((name) => fields[name] === undefined || fields[name] === '')
  if (missing) return `Missing \`${missing}\` field.`
  const unknown = Object.keys(fields).find((name) => !(RESEND_FACTS.properties as readonly string[]).includes(name))
  if (unknown) return `Unknown \`${unknown}\` field.`
  const noText = TEXTS.find((name) => fields[name] !== undefined && typeof fields[name] !== 'string')
  if (noText) return `The \`${noText}\` field must be a string.`
  if (!isAddress(fields.from))
    return 'Invalid `from` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.'
  const to = Array.isArray(fields.to) ? fields.to : [fields.to]
  if (to.length > RESEND_FACTS.mostRecipients) return 'The `to` field has too many addresses.'
  if (!to.every(isAddress))
    return 'Invalid `to` field. The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.'
  if (fields.html === undefined && fields.text === undefined) return 'Missing `html` or `text` field.'
  return null
}
