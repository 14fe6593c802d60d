import { z } from 'zod'
import { StaffRole } from '@/lib/db/generated/enums'
import { LOCALES } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'

export const STAFF_ROLES = Object.values(StaffRole)

/** Days for which an invitation can be accepted. */
export const INVITATION_DAYS = 7
/** Minutes for which a mailed address sets a new password. */
export const RESET_MINUTES = 60

export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .refine((value) => z.email().safeParse(value).success, { params: { reason: 'import_bad_email' } })

/** An e-mail as accounts have it. Throws `bad_input`. */
export function readEmail(text: string): string {
  return parseInput(z.object({ email: emailInput }), { email: text }).email
}

export const invitation = z.object({
  email: emailInput,
  name: line(1, 120),
  role: z.enum(StaffRole),
  /** Of the mail; the utility's own where none is chosen. */
  language: z.enum(LOCALES).optional(),
})
export type Invitation = z.input<typeof invitation>

/** One of the utility's staff, as the list shows them. */
export interface MemberView {
  id: number
  email: string
  name: string
  role: StaffRole
  active: boolean
  hasFactor: boolean
  /** ISO instant of real time, within five minutes; null before the first sign-in that is still known. */
  seenAt: string | null
}

export interface InvitationView {
  id: number
  email: string
  name: string
  role: StaffRole
  createdAt: string
  expiresAt: string
  isExpired: boolean
  /** Whether the last mail was handed over. */
  isMailed: boolean
}

export interface StaffView {
  members: MemberView[]
  invitations: InvitationView[]
  /** Whoever has one of these roles must have a second factor. */
  requiredFactorRoles: StaffRole[]
}

/** A sign-in that still holds. */
export interface SessionView {
  id: string
  method: 'password' | 'oidc'
  createdAt: string
  seenAt: string
  client: string
  agent: string
  /** Whether whoever looks is signed in by it. */
  isCurrent: boolean
}
