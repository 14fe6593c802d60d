/** Why a contact has to be mended: the values of `contact.unreachable_reason`. */
export type UnreachableReason = 'number_not_in_use' | 'mailbox_gone' | 'blocked'

/** What a failure says of the contact itself, whatever the message. */
export type ContactVerdict = { state: 'opted_out' } | { state: 'unreachable'; reason: UnreachableReason }

const unreachable = (reason: UnreachableReason): ContactVerdict => ({ state: 'unreachable', reason })
const NOT_IN_USE = unreachable('number_not_in_use')
const GONE = unreachable('mailbox_gone')
const BLOCKED = unreachable('blocked')
const OPTED_OUT: ContactVerdict = { state: 'opted_out' }

/** Numbers that are not valid, no mobile ones, unknown to every network, or landlines (https://www.twilio.com/docs/api/errors). */
const DEAD_NUMBERS = [21211, 21214, 21217, 21401, 21407, 21421, 21614, 21635, 30005, 30006]

const VERDICTS: Record<string, ContactVerdict> = {
  ...Object.fromEntries(DEAD_NUMBERS.map((code) => [`twilio_${code}`, NOT_IN_USE])),
  twilio_21610: OPTED_OUT,
  resend_bounced_for_good: GONE,
  resend_suppressed: GONE,
  resend_complained: OPTED_OUT,
  resend_validation_error: GONE,
  smtp_550: GONE,
  smtp_551: GONE,
  smtp_553: GONE,
  smtp_invalid_address: GONE,
  telegram_400: BLOCKED,
  telegram_403: BLOCKED,
  viber_5: BLOCKED,
  viber_6: BLOCKED,
}

/**
 * What an error code of the ledger says of the contact; null where it says nothing (a phone that is off, a full mailbox). Of a refused message
 * it counts only where the channel says `isContactDead`: some codes have several causes.
 */
export function contactVerdict(errorCode: string): ContactVerdict | null {
  return Object.hasOwn(VERDICTS, errorCode) ? (VERDICTS[errorCode] ?? null) : null
}
