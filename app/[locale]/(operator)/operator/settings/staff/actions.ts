'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { inviteMember } from '@/lib/staff/invite-member'
import { resendInvitation } from '@/lib/staff/resend-invitation'
import { setRequiredFactorRoles } from '@/lib/staff/set-required-factor-roles'
import type { Invitation } from '@/lib/staff/staff'
import { withdrawInvitation } from '@/lib/staff/withdraw-invitation'

// All of it happens in real time, also where the demo's clock was moved. The address in the mail is for the invited alone: it stays here.

export async function inviteAction(input: Invitation) {
  const result = await runAction(async (actor) => {
    const { isMailed } = await inviteMember(actor, input, new Date())
    return { isMailed }
  })
  refresh()
  return result
}

export async function resendInvitationAction(id: number) {
  const result = await runAction(async (actor) => {
    const { isMailed } = await resendInvitation(actor, id, new Date())
    return { isMailed }
  })
  refresh()
  return result
}

export async function withdrawInvitationAction(id: number) {
  const result = await runAction((actor) => withdrawInvitation(actor, id, new Date()))
  refresh()
  return result
}

export async function setRequiredFactorRolesAction(roles: string[]) {
  const result = await runAction((actor) => setRequiredFactorRoles(actor, { roles }, new Date()))
  refresh()
  return result
}
