import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canManageStaff } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'

export interface StaffMailView {
  id: number
  recipient: string
  language: string
  subject: string
  text: string
  /** ISO instant of real time. */
  sentAt: string
}

/** As many as one looks through at once. */
const SHOWN = 12

/**
 * What staff would have been mailed, newest first, where nothing leaves this machine. For those who manage staff only: whoever reads an
 * invitation can accept it.
 */
export async function listStaffMails(actor: Actor): Promise<StaffMailView[]> {
  requirePolicy(actor, canManageStaff(actor))
  const select = { id: true, recipient: true, language: true, subject: true, text: true, sentAt: true, createdAt: true }
  const rows = await database().staffMail.findMany({ where: { text: { not: null } }, select, orderBy: { id: 'desc' }, take: SHOWN })
  return rows.map(({ text, sentAt, createdAt, ...mail }) => ({ ...mail, text: text ?? '', sentAt: (sentAt ?? createdAt).toISOString() }))
}
