import { randomUUID } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { getStaffWithHashOrNull } from './queries'
import type { StaffMember } from './staff-member'

/** Verified against when there is no such account, so that the time taken does not tell which accounts exist. */
let nobodysHash: Promise<string> | undefined

/** The member of staff with this e-mail and password, or null, after the same work either way. */
export async function verifyStaff(email: string, password: string): Promise<StaffMember | null> {
  nobodysHash ??= hash(randomUUID())
  const found = await getStaffWithHashOrNull(email.trim().toLowerCase())
  const matches = await verify(found?.passwordHash ?? (await nobodysHash), password)
  if (!found || !matches) return null
  const { passwordHash, ...member } = found
  return member
}
