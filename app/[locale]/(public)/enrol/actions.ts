'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import type { EnrolState } from '@/components/enrol/enrol-form'
import { confirmEnrolment } from '@/lib/contacts/enrol/confirm-enrolment'
import { createEnrolmentToken } from '@/lib/contacts/enrol/enrolment-token'
import { resendEnrolment } from '@/lib/contacts/enrol/resend-enrolment'
import { startEnrolment } from '@/lib/contacts/enrol/start-enrolment'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { env } from '@/lib/env'
import { type ActionResult, runAction } from '@/lib/http/action'
import { clientKey } from '@/lib/http/client-key'
import { rateLimit } from '@/lib/http/rate-limit'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'

/** A whole mobile network may share one address; what one client's codes cost is held by the limits of lib/contacts/proof-limits.ts as well. */
const ASKED_BY_CLIENT = rateLimit('enrol', 60, 3600)
const TRIED_BY_CLIENT = rateLimit('enrol-code', 300, 3600)

type Before = ActionResult<unknown> | null

const read = (form: FormData, name: string) => String(form.get(name) ?? '')

export async function startEnrolmentAction(_before: EnrolState, form: FormData): Promise<EnrolState> {
  const typed = { value: read(form, 'value'), language: read(form, 'language'), hasAgreed: form.get('consent') === 'on' }
  const result = await runAction(async ({ source }, now) => {
    await ASKED_BY_CLIENT.take(clientKey(source))
    const language = isLocale(typed.language) ? typed.language : DEFAULT_LOCALE
    const { proofId } = await startEnrolment({ kind: 'public', source }, { ...typed, addressId: read(form, 'addressId'), language }, now)
    after(deliverSoon)
    return proofId
  })
  return result.ok ? redirect(`/${await getLocale()}/enrol/code?proof=${result.value}`) : { error: result.error, typed }
}

export async function confirmEnrolmentAction(_before: Before, form: FormData): Promise<ActionResult<unknown>> {
  const result = await runAction(async ({ source }, now) => {
    await TRIED_BY_CLIENT.take(clientKey(source))
    const given = { proofId: read(form, 'proof'), code: read(form, 'code') }
    const enrolment = await confirmEnrolment({ kind: 'public', source }, given, now)
    return createEnrolmentToken(enrolment, env().NEXTAUTH_SECRET ?? '')
  })
  return result.ok ? redirect(`/${await getLocale()}/enrol/done/${result.value}`) : result
}

export async function resendEnrolmentAction(_before: Before, form: FormData): Promise<ActionResult<unknown>> {
  const result = await runAction(async ({ source }, now) => {
    await ASKED_BY_CLIENT.take(clientKey(source))
    const { proofId } = await resendEnrolment({ kind: 'public', source }, read(form, 'proof'), now)
    after(deliverSoon)
    return proofId
  })
  return result.ok ? redirect(`/${await getLocale()}/enrol/code?proof=${result.value}&again=1`) : result
}
