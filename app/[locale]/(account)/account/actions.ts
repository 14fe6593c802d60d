'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { getLocale, getTranslations } from 'next-intl/server'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { sendProofAgain } from '@/lib/contacts/confirm/send-proof-again'
import { deliverSoon } from '@/lib/contacts/letters/deliver-soon'
import { type ActionResult, runCustomerAction } from '@/lib/http/action'
import { signOut } from '@/lib/http/call-next-auth'
import { addAccount } from '@/lib/self-service/add-account'
import { askForExportCode } from '@/lib/self-service/ask-for-export-code'
import { deleteOwnData } from '@/lib/self-service/delete-own-data'
import { endOwnSignIns } from '@/lib/self-service/end-own-sign-ins'
import { followAccount } from '@/lib/self-service/follow-account'
import { pauseSubscription } from '@/lib/self-service/pause-subscription'
import { sendTest } from '@/lib/self-service/send-test'
import { setOwnContact } from '@/lib/self-service/set-own-contact'
import { setSupportNeeds } from '@/lib/self-service/set-support-needs'
import { setTopics } from '@/lib/self-service/set-topics'
import { stopSubscription } from '@/lib/self-service/stop-subscription'
import { takeBackNeeds } from '@/lib/self-service/take-back-needs'
import * as read from './account-forms'

type Said = ActionResult<string>
type Before = Said | null

/** What was done is said in the page's language; the page then shows how things stand, and letters go out. */
async function done(
  result: ActionResult<unknown>,
  words: 'saved' | 'contacts.confirmed' | 'contacts.sent_again' | 'contacts.test_done' | 'data.ended',
): Promise<Said> {
  if (!result.ok) return result
  after(deliverSoon)
  refresh()
  return { ok: true, value: (await getTranslations('account'))(words) }
}

export async function signOutAction(): Promise<void> {
  await runCustomerAction(() => signOut())
  redirect(`/${await getLocale()}`)
}

export async function addAccountAction(_before: ActionResult<void> | null, form: FormData): Promise<ActionResult<void>> {
  const result = await runCustomerAction((actor, now) => addAccount(actor, read.billOf(form), now))
  if (!result.ok) return result
  after(deliverSoon)
  redirect(`/${await getLocale()}/account/accounts/${result.value}`)
}

export async function setTopicsAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => setTopics(actor, read.topicsOf(form), now)), 'saved')
}

export async function pauseAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => pauseSubscription(actor, read.pauseOf(form), now)), 'saved')
}

export async function stopAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => stopSubscription(actor, read.subscriptionOf(form), now)), 'saved')
}

export async function followAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => followAccount(actor, read.followOf(form), now)), 'saved')
}

export async function setNeedsAction(_before: Before, form: FormData): Promise<Said> {
  const needs = read.needsOf(form, await getLocale())
  return done(await runCustomerAction((actor, now) => setSupportNeeds(actor, needs, now)), 'saved')
}

export async function takeBackNeedsAction(_before: Before, _form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => takeBackNeeds(actor, now)), 'saved')
}

export async function confirmAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => confirmByCode(actor, read.codeOf(form), now)), 'contacts.confirmed')
}

export async function sendAgainAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => sendProofAgain(actor, read.contactOf(form), now)), 'contacts.sent_again')
}

export async function sendTestAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => sendTest(actor, read.contactOf(form), now)), 'contacts.test_done')
}

export async function setContactAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => setOwnContact(actor, read.wishesOf(form), now)), 'saved')
}

export async function removeContactAction(_before: Before, form: FormData): Promise<Said> {
  return done(await runCustomerAction((actor, now) => removeOwnContact(actor, read.contactOf(form), now)), 'saved')
}

export async function endSignInsAction(_before: Before, form: FormData): Promise<Said> {
  // Sign-ins live in real time, also where the demo's clock was moved.
  return done(await runCustomerAction((actor) => endOwnSignIns(actor, read.sessionOf(form), new Date())), 'data.ended')
}

export async function askForExportCodeAction(_before: Before, form: FormData): Promise<Said> {
  const result = await runCustomerAction((actor, now) => askForExportCode(actor, read.contactOf(form), now))
  if (!result.ok) return result
  after(deliverSoon)
  redirect(`/${await getLocale()}/account/data?${new URLSearchParams({ proof: result.value })}#export`)
}

export async function deleteOwnDataAction(_before: Before, form: FormData): Promise<Said> {
  const result = await runCustomerAction((actor, now) => deleteOwnData(actor, { confirmed: form.get('confirmed') === 'on' }, now))
  if (!result.ok) return result
  await signOut()
  after(deliverSoon)
  redirect(`/${await getLocale()}`)
}
