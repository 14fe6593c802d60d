'use server'

import { refresh } from 'next/cache'
import { setCallCentre } from '@/lib/contacts/set-call-centre'
import { runAction } from '@/lib/http/action'
import { type SetUpUtility, setUpUtility } from '@/lib/utility/set-up-utility'

export async function setUpUtilityAction(input: SetUpUtility) {
  const result = await runAction((actor, now) => setUpUtility(actor, input, now))
  refresh()
  return result
}

export async function setCallCentreAction(emails: string[]) {
  return runAction((actor, now) => setCallCentre(actor, { emails }, now))
}
