'use server'

import type { MultiPolygon } from 'geojson'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Service } from '@/lib/db/generated/enums'
import { runAction } from '@/lib/http/action'
import { cancelWorks } from '@/lib/works/cancel-works'
import { countAffected } from '@/lib/works/count-affected'
import { createWorks } from '@/lib/works/create-works'
import { previewWorks } from '@/lib/works/preview-works'
import { publishWorks } from '@/lib/works/publish-works'
import type { WorksInput } from '@/lib/works/works'

export async function countAffectedAction(input: { service: Service; area: MultiPolygon }) {
  return runAction((actor) => countAffected(actor, input))
}

export async function previewWorksAction(input: WorksInput) {
  return runAction((actor, now) => previewWorks(actor, input, now))
}

/** Saves a draft and leads to its page. */
export async function createWorksAction(input: WorksInput) {
  const result = await runAction((actor, now) => createWorks(actor, input, now))
  if (result.ok) redirect(`/${await getLocale()}/operator/works/${result.value.reference}`)
  return result
}

export async function publishWorksAction(reference: string, shortNoticeReason: string | undefined) {
  const result = await runAction((actor, now) => publishWorks(actor, { reference, ...(shortNoticeReason && { shortNoticeReason }) }, now))
  refresh()
  return result
}

export async function cancelWorksAction(reference: string, reason: string) {
  const result = await runAction((actor, now) => cancelWorks(actor, { reference, reason }, now))
  refresh()
  return result
}
