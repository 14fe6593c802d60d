'use server'

import { refresh } from 'next/cache'
import { after } from 'next/server'
import { getTranslations } from 'next-intl/server'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { type ActionResult, runCustomerAction } from '@/lib/http/action'
import { getOwnHome } from '@/lib/self-service/get-own-home'
import { newContactOf, replacementOf } from './account-forms'
import { fieldOf } from './read-account-form'

type Said = ActionResult<string>

/** Adds a contact: to the account that the form is about, or, where it is about none, to all of one's own. */
export async function addContactAction(_before: Said | null, form: FormData): Promise<Said> {
  const t = await getTranslations('account.contact')
  const result = await runCustomerAction(async (actor, now) => {
    const accountId = fieldOf(form, 'accountId')
    const accountIds = accountId ? [Number(accountId)] : (await getOwnHome(actor, now)).accounts.map(({ id }) => id)
    return addOwnContact(actor, newContactOf(form, accountIds), now)
  })
  if (!result.ok) return result
  after(deliverSoon)
  refresh()
  return { ok: true, value: t(result.value.isLandline ? 'added_landline' : 'added') }
}

/** Has another one come in a contact's place, once it is confirmed. */
export async function replaceContactAction(_before: Said | null, form: FormData): Promise<Said> {
  const t = await getTranslations('account.contacts')
  const result = await runCustomerAction((actor, now) => changeOwnContact(actor, replacementOf(form), now))
  if (!result.ok) return result
  after(deliverSoon)
  refresh()
  return { ok: true, value: t('replaced') }
}
