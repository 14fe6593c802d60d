'use server'

import { runMemberAction } from '@/lib/http/action'
import { confirmFactor } from '@/lib/staff/confirm-factor'
import { startFactor } from '@/lib/staff/start-factor'

export async function startFactorAction() {
  return runMemberAction((actor) => startFactor(actor, new Date()))
}

export async function confirmFactorAction(code: string) {
  return runMemberAction((actor) => confirmFactor(actor, { code }, new Date()))
}
