import type { StaffRole } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'

/** Who acts. `source` says from where: a client's address, `cli`, or `system`. `sessionId` is the sign-in that a member of staff or a customer acts by. */
export type Actor =
  | { kind: 'staff'; id: number; email: string; name: string; role: StaffRole; source: string; sessionId?: string }
  | { kind: 'customer'; personId: number; source: string; sessionId?: string }
  | { kind: 'api_key'; id: number; name: string; scopes: string[]; source: string }
  | { kind: 'cli'; name: string; source: 'cli' }
  | { kind: 'system'; name: string; source: 'system' }
  | { kind: 'public'; source: string }

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** A person of ours, acting on what is theirs: through a sign-in, or a chat that was confirmed as theirs (`source` is then the messenger). */
export type CustomerActor = Extract<Actor, { kind: 'customer' }>

/** The product itself, when a timer and not a person acts. */
export const SYSTEM: Actor = { kind: 'system', name: 'preavviso', source: 'system' }

/** How the audit trail names an actor. */
export function actorName(actor: Actor): string {
  if (actor.kind === 'staff') return `staff:${actor.id}`
  if (actor.kind === 'customer') return `person:${actor.personId}`
  if (actor.kind === 'api_key') return `api_key:${actor.id}`
  return actor.kind === 'public' ? 'public' : `${actor.kind}:${actor.name}`
}

/** Throws `unauthenticated` or `forbidden` unless `allowed`. */
export function requirePolicy(actor: Actor, allowed: boolean): void {
  if (allowed) return
  if (actor.kind === 'public') throw new AppError('unauthenticated', { reason: 'sign_in_first' })
  throw new AppError('forbidden', { reason: 'role_not_allowed' })
}

/** Whoever acts on their own account: throws `unauthenticated` or `forbidden` unless it is a member of staff. */
export function requireMember(actor: Actor): StaffActor {
  if (actor.kind === 'staff') return actor
  requirePolicy(actor, false)
  throw new AppError('forbidden', { reason: 'role_not_allowed' })
}

/** Whoever acts on what is theirs: throws `unauthenticated` or `forbidden` unless it is a customer. Whether it is theirs is looked at by the use case. */
export function requireCustomer(actor: Actor): CustomerActor {
  if (actor.kind === 'customer') return actor
  requirePolicy(actor, false)
  throw new AppError('forbidden', { reason: 'role_not_allowed' })
}
