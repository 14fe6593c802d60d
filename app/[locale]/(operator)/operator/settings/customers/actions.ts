'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { type SignInSettings, updateSignIn } from '@/lib/utility/update-sign-in'

export async function updateSignInAction(input: SignInSettings) {
  const result = await runAction((actor, now) => updateSignIn(actor, input, now))
  refresh()
  return result
}
