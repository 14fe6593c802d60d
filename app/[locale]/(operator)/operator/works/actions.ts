'use server'

import { refresh } from 'next/cache'
import { sendWorksEvent } from '@/inngest/send-works-event'
import { runAction } from '@/lib/http/action'
import { decideWorks } from '@/lib/works/approval/decide-works'
import { submitWorks } from '@/lib/works/approval/submit-works'
import { withdrawWorks } from '@/lib/works/approval/withdraw-works'
import { cancelWorks } from '@/lib/works/cancel-works'
import { extendWorks } from '@/lib/works/extend-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import type { PartWindows } from '@/lib/works/works'

export async function publishWorksAction(reference: string, revision: number, shortNoticeReason: string | undefined) {
  const result = await runAction(async (actor, now) => {
    const published = await publishWorks(actor, { reference, revision, ...(shortNoticeReason && { shortNoticeReason }) }, now)
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

export async function moveWorksAction(reference: string, parts: PartWindows[], shortNoticeReason: string | undefined) {
  const result = await runAction(async (actor, now) => {
    const moved = await rescheduleWorks(actor, { reference, parts, ...(shortNoticeReason && { shortNoticeReason }) }, now)
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

export async function submitWorksAction(reference: string, revision: number) {
  const result = await runAction((actor, now) => submitWorks(actor, { reference, revision }, now))
  refresh()
  return result
}

export async function withdrawWorksAction(reference: string) {
  const result = await runAction((actor, now) => withdrawWorks(actor, { reference }, now))
  refresh()
  return result
}

export async function approveWorksAction(reference: string, revision: number) {
  const result = await runAction((actor, now) => decideWorks(actor, { reference, revision, decision: 'approved' }, now))
  refresh()
  return result
}

export async function returnWorksAction(reference: string, revision: number, reason: string) {
  const result = await runAction((actor, now) =>
    decideWorks(actor, { reference, revision, decision: 'returned', ...(reason.trim() && { reason }) }, now),
  )
  refresh()
  return result
}
