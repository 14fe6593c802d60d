import { randomUUID } from 'node:crypto'
import { hashPassword, isPassword } from './hash-password'
import { getStaffWithHashOrNull } from './queries'
import type { StaffMember } from './staff-member'
import { NOBODY, takeCode } from './take-code'

export interface StaffCredentials {
  email: string
  password: string
  /** Of the second factor; empty where there is none, or it was not asked for yet. */
  code?: string
}

/** Verified against when there is no such account, so that the time taken does not tell which accounts exist. */
let nobodysHash: Promise<string> | undefined

/**
 * The member of staff who proves to be one, or null, after the same work whatever is wrong. A right password without the code that it
 * needs is answered like a wrong one: whoever has only one of the two learns nothing.
 */
export async function verifyStaff({ email, password, code = '' }: StaffCredentials, now: Date): Promise<StaffMember | null> {
  nobodysHash ??= hashPassword(randomUUID())
  const found = await getStaffWithHashOrNull(email.trim().toLowerCase())
  const matches = await isPassword(found?.passwordHash ?? (await nobodysHash), password)
  const proves = await takeCode(found && matches && found.hasFactor && code ? found.id : NOBODY, code, now)
  if (!found || !matches || (found.hasFactor && !proves)) return null
  const { id, name, role } = found
  return { id, email: found.email, name, role }
}
