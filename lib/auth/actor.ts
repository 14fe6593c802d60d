import type { StaffRole } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'

/** Who acts. `source` says from where: a client's address, `cli`, or `system`. */
export type Actor =
  | { kind: 'staff'; id: number; email: string; name: string; role: StaffRole; source: string }
  | { kind: 'api_key'; id: number; name: string; scopes: string[]; source: string }
  | { kind: 'cli'; name: string; source: 'cli' }
  | { kind: 'system'; name: string; source: 'system' }
  | { kind: 'public'; source: string }

/** The product itself, when a timer and not a person acts. */
export const SYSTEM: Actor = { kind: 'system', name: 'preavviso', source: 'system' }

/** How the audit trail names an actor. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`
  if (actor.kind === 'api_key') return `api_key:${actor.id}`
  return actor.kind === 'public' ? 'public' : `${actor.kind}:${actor.name}`
}

/** Throws `unauthenticated` or `forbidden` unless `allowed`. */
export function requirePolicy(actor: Actor, allowed: boolean): void {
  if (allowed) return
  if (actor.kind === 'public') throw new AppError('unauthenticated', { reason: 'sign_in_first' })
  throw new AppError('forbidden', { reason: 'role_not_allowed' })
}
