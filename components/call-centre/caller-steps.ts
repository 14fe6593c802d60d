import type { AddContact, ReplaceContact, WriteCallNote } from '@/lib/call-centre/call-centre'
import type { ActionResult } from '@/lib/http/action'
import type { Locale } from '@/lib/i18n/locales'

/** What can be done on the screen of one caller. */
export interface CallerSteps {
  add: (input: AddContact) => Promise<ActionResult<unknown>>
  replace: (input: ReplaceContact) => Promise<ActionResult<unknown>>
  setLanguage: (contactId: number, language: Locale) => Promise<ActionResult<unknown>>
  confirm: (contactId: number) => Promise<ActionResult<unknown>>
  stop: (contactId: number) => Promise<ActionResult<unknown>>
  note: (input: WriteCallNote) => Promise<ActionResult<unknown>>
  /** Null for whoever may not read contacts whole. */
  reveal: (() => Promise<ActionResult<Record<number, string>>>) | null
}
