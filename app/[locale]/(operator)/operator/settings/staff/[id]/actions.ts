'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { AppError } from '@/lib/errors'
import { runAction } from '@/lib/http/action'
import { changeRole } from '@/lib/staff/change-role'
import { deactivateMember } from '@/lib/staff/deactivate-member'
import { endMemberSessions } from '@/lib/staff/end-member-sessions'
import { reactivateMember } from '@/lib/staff/reactivate-member'
import { resetFactor } from '@/lib/staff/reset-factor'
import { sendPasswordReset } from '@/lib/staff/send-password-reset'

// All of it happens in real time, also where the demo's clock was moved.

export async function changeRoleAction(id: number, role: string) {
  const result = await runAction((actor) => changeRole(actor, id, { role }, new Date()))
  refresh()
  return result
}

export async function deactivateAction(id: number) {
  const result = await runAction((actor) => deactivateMember(actor, id, new Date()))
  refresh()
  return result
}

export async function reactivateAction(id: number) {
  const result = await runAction((actor) => reactivateMember(actor, id, new Date()))
  refresh()
  return result
}

export async function resetFactorAction(id: number) {
  const result = await runAction((actor) => resetFactor(actor, id, new Date()))
  refresh()
  return result
}

export async function resetPasswordAction(id: number) {
  const locale = await getLocale()
  return runAction(async (actor) => {
    if (!(await sendPasswordReset(actor, id, locale, new Date()))) throw new AppError('unavailable', { reason: 'staff_mail_failed' })
  })
}

export async function endMemberSessionsAction(id: number, sessionId: string | undefined) {
  const result = await runAction((actor) => endMemberSessions(actor, id, sessionId, new Date()))
  refresh()
  return result
}
