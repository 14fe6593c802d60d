'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getLocale } from 'next-intl/server'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { createEnrolmentToken } from '@/lib/contacts/enrol/enrolment-token'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { env } from '@/lib/env'
import { type ActionResult, runAction } from '@/lib/http/action'
import { clientKey } from '@/lib/http/client-key'
import { currentCustomer } from '@/lib/http/current-customer'
import { rateLimit } from '@/lib/http/rate-limit'

const BY_CLIENT = rateLimit('confirm', 300, 3600)

/** Where it leads: to the enrolment that it ended, else to words that it is done. */
export async function confirmLinkAction(_before: ActionResult<unknown> | null, form: FormData): Promise<ActionResult<unknown>> {
  const result = await runAction(async ({ source }, now) => {
    await BY_CLIENT.take(clientKey(source))
    const { contactId, addressId, maySignIn } = await confirmByToken(String(form.get('token') ?? ''), now, await currentCustomer())
    after(deliverSoon)
    if (addressId === null) return maySignIn ? 'confirm/done' : 'confirm/done?sign-in=closed'
    return `enrol/done/${createEnrolmentToken({ contactId, addressId }, env().NEXTAUTH_SECRET ?? '')}`
  })
  return result.ok ? redirect(`/${await getLocale()}/${result.value}`) : result
}
