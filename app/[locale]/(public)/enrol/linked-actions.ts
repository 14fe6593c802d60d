'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { dropLinkedEnrolment, renewLinkedEnrolment, restoreLinkedEnrolment } from '@/lib/contacts/enrol/linked-enrolment'
import { type ActionResult, runAction } from '@/lib/http/action'

/** Leads to the page that shows how things stand now; a fault leads to the page that says so. */
async function showResult(token: string, result: ActionResult<void>): Promise<never> {
  if (!result.ok) throw new Error(result.error.message)
  redirect(`/${await getLocale()}/enrol/done/${encodeURIComponent(token)}`)
}

export async function renewLinkedAction(token: string): Promise<void> {
  await showResult(token, await runAction((_actor, now) => renewLinkedEnrolment(token, now)))
}

export async function dropLinkedAction(token: string): Promise<void> {
  await showResult(token, await runAction(() => dropLinkedEnrolment(token)))
}

export async function restoreLinkedAction(token: string): Promise<void> {
  await showResult(token, await runAction((_actor, now) => restoreLinkedEnrolment(token, now)))
}
