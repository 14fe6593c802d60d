import { normaliseContact } from '@/lib/contacts/normalise-contact'
import type { ContactEnd } from '@/lib/contacts/queries'
import { badInput } from '@/lib/errors'

/** A telephone or a mailbox, whichever somebody typed. Throws `bad_input` for the field `end`, never naming the value. */
export function readEnd(typed: string, country: string): ContactEnd {
  const text = typed.trim()
  if (text === '') throw badInput('sign_in_end_missing', 'end')
  const channel = text.includes('@') ? 'email' : 'sms'
  try {
    return { channel, value: normaliseContact(channel, text, country) }
  } catch {
    throw badInput(channel === 'email' ? 'sign_in_bad_email' : 'sign_in_bad_phone', 'end')
  }
}
