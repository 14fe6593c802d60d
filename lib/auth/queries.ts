import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'
import { StaffRole } from '@/lib/db/generated/enums'
import type { StaffMember } from './staff-member'

const STAFF_FIELDS = { id: true, email: true, name: true, role: true } as const

/** A member of staff who may still work here, by e-mail in any letters. */
export function getActiveStaffOrNull(email: string): Promise<StaffMember | null> {
  return database().staffUser.findUnique({ where: { email: email.trim().toLowerCase(), active: true }, select: STAFF_FIELDS })
}

const withHash = z.array(
  z.object({
    ...{ id: z.number(), email: z.string(), name: z.string(), role: z.enum(StaffRole) },
    ...{ passwordHash: z.string(), hasFactor: z.boolean() },
  }),
)

/** The same with the argon2 hash of the password, and whether a code is needed beside it: one query, whether there is such a member or not. */
export async function getStaffWithHashOrNull(email: string): Promise<(StaffMember & { passwordHash: string; hasFactor: boolean }) | null> {
  const rows = await database().$queryRaw`
    SELECT staff.id, staff.email, staff.name, staff.role::text, staff.password_hash AS "passwordHash",
           factor.confirmed_at IS NOT NULL AS "hasFactor"
    FROM staff_user staff LEFT JOIN staff_factor factor ON factor.staff_id = staff.id
    WHERE staff.email = ${email} AND staff.active`
  return withHash.parse(rows)[0] ?? null
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
