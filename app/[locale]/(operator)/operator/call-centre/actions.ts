'use server'

import { refresh } from 'next/cache'
import { addContact } from '@/lib/call-centre/add-contact'
import type { AddContact, CallerTarget, ReplaceContact, WriteCallNote } from '@/lib/call-centre/call-centre'
import { confirmContact } from '@/lib/call-centre/confirm-contact'
import { findCallers } from '@/lib/call-centre/find-callers'
import { replaceContact } from '@/lib/call-centre/replace-contact'
import { revealContacts } from '@/lib/call-centre/reveal-contacts'
import { setContactLanguage } from '@/lib/call-centre/set-contact-language'
import { stopContact } from '@/lib/call-centre/stop-contact'
import { writeCallNote } from '@/lib/call-centre/write-call-note'
import { runAction } from '@/lib/http/action'
import type { Locale } from '@/lib/i18n/locales'

/** Posted, never in an address: the text may be a telephone number. */
export async function findCallersAction(text: string) {
  return runAction((actor, now) => findCallers(actor, { text }, now))
}

export async function revealContactsAction(target: CallerTarget) {
  return runAction((actor, now) => revealContacts(actor, target, now))
}

export async function addContactAction(input: AddContact) {
  const result = await runAction((actor, now) => addContact(actor, input, now))
  refresh()
  return result
}

export async function replaceContactAction(input: ReplaceContact) {
  const result = await runAction((actor, now) => replaceContact(actor, input, now))
  refresh()
  return result
}

export async function setContactLanguageAction(contactId: number, language: Locale) {
  const result = await runAction((actor, now) => setContactLanguage(actor, { contactId, language }, now))
  refresh()
  return result
}

export async function confirmContactAction(contactId: number) {
  const result = await runAction((actor, now) => confirmContact(actor, { contactId }, now))
  refresh()
  return result
}

export async function stopContactAction(contactId: number) {
  const result = await runAction((actor, now) => stopContact(actor, { contactId }, now))
  refresh()
  return result
}

export async function writeCallNoteAction(input: WriteCallNote) {
  const result = await runAction((actor, now) => writeCallNote(actor, input, now))
  refresh()
  return result
}
