'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { resubscribe, resubscribeAddress, unsubscribe, unsubscribeAddress } from '@/lib/contacts/unsubscribe'
import { type ActionResult, runAction } from '@/lib/http/action'

/** Leads back to the page, which shows how things stand now; a fault leads to the page that says so. */
async function showResult(token: string, result: ActionResult<void>, stopped?: number): Promise<never> {
  if (!result.ok) throw new Error(result.error.message)
  redirect(`/${await getLocale()}/unsubscribe/${encodeURIComponent(token)}${stopped ? `?stopped=${stopped}` : ''}`)
}

export async function unsubscribeAction(token: string): Promise<void> {
  await showResult(token, await runAction((_actor, now) => unsubscribe(token, now)))
}

export async function resubscribeAction(token: string): Promise<void> {
  await showResult(token, await runAction((_actor, now) => resubscribe(token, now)))
}

export async function unsubscribeAddressAction(token: string, addressId: number): Promise<void> {
  await showResult(token, await runAction((_actor, now) => unsubscribeAddress(token, addressId, now)), addressId)
}

export async function resubscribeAddressAction(token: string, addressId: number): Promise<void> {
  await showResult(token, await runAction((_actor, now) => resubscribeAddress(token, addressId, now)))
}
