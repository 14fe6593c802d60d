import os from 'node:os'
import type { Actor } from '@/lib/auth/actor'
import { getActiveStaffOrNull } from '@/lib/auth/queries'
import { badInput } from '@/lib/errors'

/** Whoever may run commands on the server may do everything; the audit trail names their account there. */
export function cliActor(): Actor {
  return { kind: 'cli', name: os.userInfo().username, source: 'cli' }
}

/**
 * The member of staff in whose name a command is given, where it has to be a person's word: their role and what they did themselves count as in
 * the pages, and the audit trail names them, at the command line. Throws `bad_input` where nobody active has this e-mail.
 */
export async function memberActor(email: string): Promise<Actor> {
  const member = await getActiveStaffOrNull(email)
  if (!member) throw badInput('staff_not_found', 'by')
  return { kind: 'staff', ...member, source: 'cli' }
}
