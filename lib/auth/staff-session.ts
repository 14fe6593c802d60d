import type { StaffSignInMethod } from '@/lib/db/generated/enums'
import type { StaffMember } from './staff-member'

/** A working day, in seconds: then one signs in again, however busy one was. */
export const SESSION_SECONDS = 12 * 60 * 60

/** A sign-in that still holds, and whose it is. */
export interface StaffSession {
  id: string
  member: StaffMember
  method: StaffSignInMethod
  /** Within five minutes. */
  seenAt: Date
  /** Whether a second factor is set up. */
  hasFactor: boolean
  /** Whether one has to be, before anything else. Not after a sign-in by OIDC: there it is the identity provider's matter. */
  needsFactor: boolean
}

/** From where somebody signs in. */
export interface SignInPlace {
  method: StaffSignInMethod
  /** Address of the client. */
  client: string
  /** What the browser calls itself. */
  agent: string
}
