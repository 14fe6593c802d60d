'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { sendWorksEvent } from '@/inngest/send-works-event'
import { getAddress } from '@/lib/addresses/queries'
import { runAction } from '@/lib/http/action'
import { submitWorks } from '@/lib/works/approval/submit-works'
import { attemptDraftSave } from '@/lib/works/drafts/attempt-draft-save'
import { discardDraft } from '@/lib/works/drafts/discard-draft'
import { getDraft } from '@/lib/works/drafts/get-draft'
import type { SaveDraft } from '@/lib/works/drafts/save-draft'
import { publishWorks } from '@/lib/works/publish-works'

/** Keeps what somebody typed. Renders nothing anew: the editor knows best what stands in it. */
export async function saveDraftAction(input: SaveDraft) {
  return runAction((actor, now) => attemptDraftSave(actor, input, now))
}

export async function openDraftAction(reference: string) {
  return runAction((actor, now) => getDraft(actor, reference, now))
}

/** Where an address is, as anybody may look up. */
export async function locateAddressAction(addressId: number) {
  return runAction(async () => (await getAddress(addressId)).point)
}

/** Publishes a draft and leads to its page. */
export async function publishDraftAction(reference: string, revision: number, shortNoticeReason: string | undefined) {
  const result = await runAction(async (actor, now) => {
    const published = await publishWorks(actor, { reference, revision, ...(shortNoticeReason && { shortNoticeReason }) }, now)
    await sendWorksEvent('works/published', published)
    return published
  })
  if (result.ok) redirect(`/${await getLocale()}/operator/works/${reference}`)
  return result
}

/** Submits a draft for approval and leads to its page. */
export async function submitDraftAction(reference: string, revision: number) {
  const result = await runAction((actor, now) => submitWorks(actor, { reference, revision }, now))
  if (result.ok) redirect(`/${await getLocale()}/operator/works/${reference}`)
  return result
}

/** Throws a draft away and leads to the list. */
export async function discardDraftAction(reference: string, revision: number) {
  const result = await runAction((actor, now) => discardDraft(actor, { reference, revision }, now))
  if (result.ok) redirect(`/${await getLocale()}/operator`)
  return result
}
