'use server'

import { refresh } from 'next/cache'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ListResult } from '@/components/buildings/building-list-form'
import type { CheckedList } from '@/components/buildings/checked-buildings'
import { type ActionResult, runCustomerAction } from '@/lib/http/action'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import { describeProblem } from '@/lib/imports/describe-problem'
import { addBuildings } from '@/lib/self-service/buildings/add-buildings'
import { previewBuildings } from '@/lib/self-service/buildings/preview-buildings'
import { removeBuilding } from '@/lib/self-service/buildings/remove-building'
import { requestManagement } from '@/lib/self-service/buildings/request-management'
import { fieldOf } from '../read-account-form'

type Said = ActionResult<string>

export async function requestManagementAction(_before: Said | null, form: FormData): Promise<Said> {
  const result = await runCustomerAction((actor, now) => requestManagement(actor, { name: fieldOf(form, 'name') }, now))
  refresh()
  return result.ok ? { ok: true, value: (await getTranslations('buildings'))('requested') } : result
}

export async function removeBuildingAction(_before: Said | null, form: FormData): Promise<Said> {
  const result = await runCustomerAction((actor, now) => removeBuilding(actor, { addressId: fieldOf(form, 'addressId') }, now))
  refresh()
  return result.ok ? { ok: true, value: '' } : result
}

/** A file, where one was chosen, else what was typed. */
async function textOf(form: FormData): Promise<string> {
  const file = form.get('file')
  return file instanceof File && file.size > 0 ? file.text() : fieldOf(form, 'text')
}

async function check(text: string): Promise<ActionResult<CheckedList>> {
  const locale = await getLocale()
  return runCustomerAction(async (actor) => {
    const { found, rejected } = await previewBuildings(actor, { text })
    const words = rejected.map((line) => ({ ...line, why: describeProblem(line, isLocale(locale) ? locale : DEFAULT_LOCALE) }))
    return {
      text,
      found: found.map(({ label }) => label),
      rejected: words.map(({ line, text: said, why }) => ({ line, text: said, why })),
      added: null,
    }
  })
}

/** Checks a list first; adds what it names when that was seen. */
export async function buildingListAction(_before: ListResult, form: FormData): Promise<ListResult> {
  const text = await textOf(form)
  const checked = await check(text)
  if (!checked.ok || fieldOf(form, 'step') !== 'add') return checked
  const added = await runCustomerAction((actor, now) => addBuildings(actor, { contactId: fieldOf(form, 'contactId'), text }, now))
  refresh()
  return added.ok ? { ok: true, value: { ...checked.value, added: added.value.added } } : added
}
