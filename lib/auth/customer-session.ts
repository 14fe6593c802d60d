import type { CustomerSignInMethod } from '@/lib/db/generated/enums'

const DAY = 24 * 60 * 60

/**
 * How long a customer stays signed in, in seconds, by the way they came: whoever has a bill in hand may be somebody else's guest, whoever reads the
 * telephone or the mailbox is who we write to anyway.
 */
export const CUSTOMER_SESSION_SECONDS: Record<CustomerSignInMethod, number> = {
  email_link: 30 * DAY,
  sms_code: 30 * DAY,
  account_proof: DAY / 2,
}

/** The longest of them: how long the cookie may be kept; the row says how long it counts. */
export const LONGEST_CUSTOMER_SESSION = 30 * DAY

/** A customer's sign-in that still holds. */
export interface CustomerSession {
  id: string
  personId: number
  method: CustomerSignInMethod
  /** Within five minutes. */
  seenAt: Date
}
