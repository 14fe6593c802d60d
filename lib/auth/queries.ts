import { type Db, database } from '@/lib/db/client'
import type { StaffMember } from './staff-member'

const STAFF_FIELDS = { id: true, email: true, name: true, role: true } as const

/** A member of staff who may still work here, by e-mail in any letters. */
export function getActiveStaffOrNull(email: string): Promise<StaffMember | null> {
  return database().staffUser.findUnique({ where: { email: email.trim().toLowerCase(), active: true }, select: STAFF_FIELDS })
}

/** The same with the argon2 hash of the password, and whether a code is needed beside it. */
export async function getStaffWithHashOrNull(email: string): Promise<(StaffMember & { passwordHash: string; hasFactor: boolean }) | null> {
  const select = { ...STAFF_FIELDS, passwordHash: true, factor: { select: { confirmedAt: true } } }
  const found = await database().staffUser.findUnique({ where: { email, active: true }, select })
  if (!found) return null
  const { factor, ...member } = found
  return { ...member, hasFactor: factor?.confirmedAt != null }
}

/** The active members whose e-mail ends with `domain` ("@demo.example"). */
export function findStaffOfDomain(domain: string): Promise<StaffMember[]> {
  return database().staffUser.findMany({
    where: { email: { endsWith: domain }, active: true },
    select: STAFF_FIELDS,
    orderBy: { id: 'asc' },
  })
}

/** The key with this SHA-256, unless it was revoked. */
export function getApiKeyOrNull(keyHash: string): Promise<{ id: number; name: string; scopes: string[] } | null> {
  return database().apiKey.findUnique({ where: { keyHash, revokedAt: null }, select: { id: true, name: true, scopes: true } })
}

export interface NewApiKey {
  name: string
  keyHash: string
  scopes: string[]
  createdAt: Date
}

export async function insertApiKey(db: Db, key: NewApiKey): Promise<number> {
  const { id } = await db.apiKey.create({ data: key, select: { id: true } })
  return id
}
