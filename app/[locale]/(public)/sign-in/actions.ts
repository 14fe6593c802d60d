'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { AppError } from '@/lib/errors'
import { type ActionResult, runAction } from '@/lib/http/action'
import { signInByTicket } from '@/lib/http/call-next-auth'
import { clientKey } from '@/lib/http/client-key'
import { returnPath } from '@/lib/http/return-path'
import { isLocale } from '@/lib/i18n/locales'
import { logger } from '@/lib/logger'
import { type AskedSignIn, askForSignIn } from '@/lib/self-service/ask-for-sign-in'
import type { SignInChoice } from '@/lib/self-service/find-sign-in-choices'
import { signInByAccount } from '@/lib/self-service/sign-in-by-account'
import { takeSignInProof } from '@/lib/self-service/take-sign-in-proof'

type Before<Value = void> = ActionResult<Value> | null

const read = (form: FormData, name: string) => String(form.get(name) ?? '')

async function nextOf(form: FormData): Promise<string> {
  return returnPath(read(form, 'next'), `/${await getLocale()}/account`)
}

/** Turns a ticket into next-auth's session. */
async function enter(ticket: string): Promise<void> {
  if (!(await signInByTicket(ticket))) throw new AppError('bad_input', { reason: 'sign_in_ticket_old' })
}

/** Writes after the answer, so that its time does not tell whether anybody has the end. */
function sendLater({ send }: AskedSignIn): void {
  after(() =>
    send()
      .then(deliverSoon)
      .catch((error) => logger.error({ err: error }, 'a code could not be sent')),
  )
}

export async function signInByAccountAction(_before: Before, form: FormData): Promise<ActionResult<void>> {
  const result = await runAction(async ({ source }, now) => {
    const proof = { number: read(form, 'number'), proof: read(form, 'proof'), client: clientKey(source) }
    await enter(await signInByAccount(proof, now))
    after(deliverSoon)
  })
  return result.ok ? redirect(await nextOf(form)) : result
}

export async function askForSignInAction(_before: Before, form: FormData): Promise<ActionResult<void>> {
  const locale = await getLocale()
  const result = await runAction(async (_actor, now) => {
    const asked = await askForSignIn(read(form, 'end'), isLocale(locale) ? locale : 'en', now)
    sendLater(asked)
    return asked.proofId
  })
  if (!result.ok) return result
  redirect(`/${locale}/sign-in/code?${new URLSearchParams({ proof: result.value, callbackUrl: await nextOf(form) })}`)
}

export async function takeSignInProofAction(_before: Before<SignInChoice[]>, form: FormData): Promise<ActionResult<SignInChoice[]>> {
  const token = read(form, 'token')
  const given = token ? { token } : { id: read(form, 'proof'), code: read(form, 'code') }
  const result = await runAction(async (_actor, now) => {
    const choices = await takeSignInProof(given, now)
    const [only, ...others] = choices
    if (only && others.length === 0) await enter(only.ticket)
    return choices
  })
  return result.ok && result.value.length === 1 ? redirect(await nextOf(form)) : result
}

export async function chooseSignInAction(_before: Before, form: FormData): Promise<ActionResult<void>> {
  const result = await runAction(() => enter(read(form, 'ticket')))
  return result.ok ? redirect(await nextOf(form)) : result
}
