'use server'

import type { MultiPolygon } from 'geojson'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { sendWorksEvent } from '@/inngest/send-works-event'
import type { Service } from '@/lib/db/generated/enums'
import { runAction } from '@/lib/http/action'
import { cancelWorks } from '@/lib/works/cancel-works'
import { countAffected } from '@/lib/works/count-affected'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { previewWorks } from '@/lib/works/preview-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import type { WindowInput, WorksInput } from '@/lib/works/works'

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
  const result = await runAction(async (actor, now) => {
    const published = await publishWorks(actor, { reference, ...(shortNoticeReason && { shortNoticeReason }) }, now)
    await sendWorksEvent('works/published', published)
    return published
  })
  refresh()
  return result
}

export async function cancelWorksAction(reference: string, reason: string) {
  const result = await runAction(async (actor, now) => {
    const cancelled = await cancelWorks(actor, { reference, reason }, now)
    await sendWorksEvent('works/cancelled', cancelled)
    return cancelled
  })
  refresh()
  return result
}

export async function moveWorksAction(reference: string, windows: WindowInput[], shortNoticeReason: string | undefined) {
  const result = await runAction(async (actor, now) => {
    const moved = await rescheduleWorks(actor, { reference, windows, ...(shortNoticeReason && { shortNoticeReason }) }, now)
    if (moved.state !== 'draft') await sendWorksEvent('works/published', moved)
    return moved
  })
  refresh()
  return result
}

export async function extendWorksAction(reference: string, until: string) {
  const result = await runAction(async (actor, now) => {
    const extended = await extendWorks(actor, { reference, until }, now)
    await sendWorksEvent('works/published', extended)
    return extended
  })
  refresh()
  return result
}

export async function restoreWorksAction(reference: string) {
  const result = await runAction(async (actor, now) => {
    const restored = await restoreWorks(actor, { reference }, now)
    await sendWorksEvent('works/published', restored)
    return restored
  })
  refresh()
  return result
}
