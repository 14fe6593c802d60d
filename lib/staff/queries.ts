import { type Db, database } from '@/lib/db/client'
import { StaffLinkPurpose, type StaffRole } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import type { InvitationView, MemberView, SessionView } from './staff'

const MEMBER = { id: true, email: true, name: true, role: true, active: true } as const

/** Whether a number can be a row's: PostgreSQL's `int` ends at 2³¹. */
const isRowId = (id: number) => Number.isInteger(id) && id > 0 && id < 2 ** 31

const OPEN = { usedAt: null, withdrawnAt: null } as const

/** Everybody who works or worked here, by name. */
export async function findMembers(db: Db = database()): Promise<MemberView[]> {
  const seen = { select: { seenAt: true }, orderBy: { seenAt: 'desc' }, take: 1 } as const
  const select = { ...MEMBER, factor: { select: { confirmedAt: true } }, sessions: seen }
  const rows = await db.staffUser.findMany({ select, orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }] })
  return rows.map(({ factor, sessions, ...member }) => {
    return { ...member, hasFactor: factor?.confirmedAt != null, seenAt: sessions[0]?.seenAt.toISOString() ?? null }
  })
}

/** One of them. Throws `not_found`. */
export async function getMember(db: Db, id: number): Promise<Omit<MemberView, 'seenAt'>> {
  const select = { ...MEMBER, factor: { select: { confirmedAt: true } } }
  const row = isRowId(id) ? await db.staffUser.findUnique({ where: { id }, select }) : null
  if (!row) throw new AppError('not_found', { reason: 'staff_not_found' })
  const { factor, ...member } = row
  return { ...member, hasFactor: factor?.confirmedAt != null }
}

/** The same, kept from changing until the transaction ends, together with all active administrators. */
export async function getMemberForUpdate(db: Db, id: number): Promise<Omit<MemberView, 'seenAt'>> {
  if (!isRowId(id)) throw new AppError('not_found', { reason: 'staff_not_found' })
  await db.$queryRaw`SELECT id FROM staff_user WHERE id = ${id} OR (role = 'admin' AND active) ORDER BY id FOR UPDATE`
  return getMember(db, id)
}

/** How many administrators there would be without this member. */
export function countOtherAdmins(db: Db, id: number): Promise<number> {
  return db.staffUser.count({ where: { role: 'admin', active: true, NOT: { id } } })
}

/** Sign-ins that hold at `now`, the latest used first. */
export async function findSessions(db: Db, staffId: number, current: string | undefined, now: Date): Promise<SessionView[]> {
  const select = { id: true, method: true, createdAt: true, seenAt: true, client: true, agent: true } as const
  const where = { staffId, endedAt: null, expiresAt: { gt: now } }
  const rows = await db.staffSession.findMany({ where, select, orderBy: { seenAt: 'desc' } })
  return rows.map(({ createdAt, seenAt, ...row }) => {
    return { ...row, createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString(), isCurrent: row.id === current }
  })
}

/** Roles that must have a second factor. */
export async function findRequiredFactorRoles(db: Db = database()): Promise<StaffRole[]> {
  const rules = await db.staffRules.findUnique({ where: { id: 1 }, select: { requiredFactorRoles: true } })
  return rules?.requiredFactorRoles ?? []
}

export interface StaffLink {
  id: number
  email: string
  name: string
  role: StaffRole
  staffId: number | null
}

const LINK = { id: true, email: true, name: true, role: true, staffId: true } as const

export interface NewStaffLink extends Omit<StaffLink, 'id'> {
  purpose: StaffLinkPurpose
  tokenHash: string
  createdBy: string
  createdAt: Date
  expiresAt: Date
}

/** Writes a link; whoever had an open one for the same purpose has only this one now. */
export async function replaceLink(db: Db, link: NewStaffLink): Promise<number> {
  const { email, purpose, createdAt } = link
  await db.staffLink.updateMany({ where: { ...OPEN, email, purpose }, data: { withdrawnAt: createdAt } })
  const { id } = await db.staffLink.create({ data: link, select: { id: true } })
  return id
}

/** The link that this token opens: null when it was used, withdrawn or is too old, or its member may no longer work here. */
export function getOpenLinkOrNull(db: Db, purpose: StaffLinkPurpose, tokenHash: string, now: Date): Promise<StaffLink | null> {
  const where = { tokenHash, purpose, ...OPEN, expiresAt: { gt: now }, OR: [{ staffId: null }, { staff: { active: true } }] }
  return db.staffLink.findFirst({ where, select: LINK })
}

/** Uses a link up: false when somebody else was faster. */
export async function takeLink(db: Db, id: number, now: Date): Promise<boolean> {
  const { count } = await db.staffLink.updateMany({ where: { id, ...OPEN }, data: { usedAt: now } })
  return count === 1
}

/** An invitation that nobody has accepted or withdrawn, however old. Throws `not_found`. */
export async function getInvitation(db: Db, id: number): Promise<StaffLink> {
  const where = { id, purpose: StaffLinkPurpose.invitation, ...OPEN }
  const found = isRowId(id) ? await db.staffLink.findFirst({ where, select: LINK }) : null
  if (!found) throw new AppError('not_found', { reason: 'invitation_not_found' })
  return found
}

/** The invitations that are open or were missed, the newest first. */
export async function findInvitations(db: Db, now: Date): Promise<InvitationView[]> {
  const mails = { select: { sentAt: true }, orderBy: { id: 'desc' }, take: 1 } as const
  const select = { id: true, email: true, name: true, role: true, createdAt: true, expiresAt: true, mails } as const
  const where = { purpose: StaffLinkPurpose.invitation, ...OPEN }
  const rows = await db.staffLink.findMany({ where, select, orderBy: { id: 'desc' } })
  return rows.map(({ mails: [mail], createdAt, expiresAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    isExpired: expiresAt <= now,
    isMailed: mail?.sentAt != null,
  }))
}
