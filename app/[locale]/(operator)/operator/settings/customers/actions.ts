'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { type SignInSettings, updateSignIn } from '@/lib/utility/update-sign-in'
import { type SmsCountries, updateSmsCountries } from '@/lib/utility/update-sms-countries'

export async function updateSignInAction(input: SignInSettings) {
  const result = await runAction((actor, now) => updateSignIn(actor, input, now))
  refresh()
  return result
}

export async function updateSmsCountriesAction(input: SmsCountries) {
  return runAction((actor, now) => updateSmsCountries(actor, input, now))
}
