import type { StaffActor } from '@/lib/auth/actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { getSessionOrNull, insertSession } from '@/lib/auth/session-queries'
import { database } from '@/lib/db/client'
import type { StaffRole } from '@/lib/db/generated/enums'

export const NOW = new Date('2026-11-22T10:00:00Z')
export const PASSWORD = 'vier Sätze über Wasser'
export const PLACE = { method: 'password', client: '203.0.113.7', agent: 'Firefox' } as const
/** So many minutes after NOW. */
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
/** In minutes. */
export const DAY = 24 * 60

/** A member who signs in by PASSWORD. */
export async function createMember(name: string, role: StaffRole): Promise<StaffActor> {
  const email = `${name.toLowerCase()}@example.org`
  const { id } = await database().staffUser.create({ data: { email, name, role, passwordHash: await hashPassword(PASSWORD) } })
  return { kind: 'staff', id, email, name, role, source: '203.0.113.1' }
}

/** Begins a session of a member. */
export const signIn = (actor: StaffActor, now = NOW) => insertSession(database(), actor.id, PLACE, now)
export const isIn = async (session: string, now = NOW) => (await getSessionOrNull(session, now)) !== null
export const actionsOf = async (subject: string) =>
  (await database().auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action }) => action)

/** The token in the last mail to somebody. */
export async function mailedToken(recipient: string): Promise<string> {
  const mail = await database().staffMail.findFirst({ where: { recipient }, orderBy: { id: 'desc' } })
  return /\/([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? ''
}
