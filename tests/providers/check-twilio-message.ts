import { TWILIO_FACTS } from './twilio-facts'

export interface TwilioFault {
  code: number
  message: string
}

const E164 = /^\+[1-9]\d{6,14}$/
/** https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id: at most 11 characters, one of them a letter. */
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/

function isSender(from: string): boolean {
  return E164.test(from) || ALPHANUMERIC.test(from)
}

function isPublicUrl(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol)
  } catch {
    return false
  }
}

function isValidity(value: string): boolean {
  const { least, most } = TWILIO_FACTS.validity
  return /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most
}

/** What Twilio would object to in the fields of a new message; null when nothing. */
export function checkTwilioMessage(form: URLSearchParams): TwilioFault | null {
  const unknown = [...form.keys()].find((name) => !(TWILIO_FACTS.parameters as readonly string[]).includes(name))
  if (unknown !== undefined) return { code: 20001, message: `Unknown parameter ${unknown}` }
  const [to, from, service, body] = ['To', 'From', 'MessagingServiceSid', 'Body'].map((name) => form.get(name))
  if (!to) return { code: 21604, message: "A 'To' phone number is required." }
  if (!E164.test(to)) return { code: 21211, message: `Invalid 'To' Phone Number: ${to}` }
  if (!from && !service) return { code: 21603, message: "A 'From' phone number is required." }
  if (service && !new RegExp(TWILIO_FACTS.messagingServiceSid).test(service)) {
    return { code: 21705, message: 'The Messaging Service Sid is invalid.' }
  }
  if (from && !isSender(from)) return { code: 21212, message: `Invalid From Number: ${from}` }
  if (!body) return { code: 21602, message: 'Message body is required.' }
  if (body.length > TWILIO_FACTS.bodyCharacters)
    return { code: 21617, message: 'The concatenated message body exceeds the 1600 character limit.' }
  const callback = form.get('StatusCallback')
  if (callback !== null && !isPublicUrl(callback)) return { code: 21609, message: "The 'StatusCallback' URL is not a valid URL." }
  const validity = form.get('ValidityPeriod')
  if (validity !== null && !isValidity(validity)) return { code: 20001, message: `Invalid ValidityPeriod: ${validity}` }
  return null
}
