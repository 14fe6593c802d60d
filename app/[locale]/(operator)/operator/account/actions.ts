'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { type ChangePassword, changePassword } from '@/lib/staff/change-password'
import { confirmFactor } from '@/lib/staff/confirm-factor'
import { endOwnSessions } from '@/lib/staff/end-own-sessions'
import { removeFactor } from '@/lib/staff/remove-factor'
import { renewRecoveryCodes } from '@/lib/staff/renew-recovery-codes'
import { startFactor } from '@/lib/staff/start-factor'

// All of it happens in real time, also where the demo's clock was moved.

export async function startFactorAction() {
  return runAction((actor) => startFactor(actor, new Date()))
}

export async function confirmFactorAction(code: string) {
  return runAction((actor) => confirmFactor(actor, { code }, new Date()))
}

export async function renewRecoveryCodesAction(code: string) {
  return runAction((actor) => renewRecoveryCodes(actor, { code }, new Date()))
}

export async function removeFactorAction(code: string) {
  const result = await runAction((actor) => removeFactor(actor, { code }, new Date()))
  refresh()
  return result
}

export async function endOwnSessionsAction(sessionId: string | undefined) {
  const result = await runAction((actor) => endOwnSessions(actor, sessionId, new Date()))
  refresh()
  return result
}

export async function changePasswordAction(input: ChangePassword) {
  const result = await runAction((actor) => changePassword(actor, input, new Date()))
  refresh()
  return result
}
