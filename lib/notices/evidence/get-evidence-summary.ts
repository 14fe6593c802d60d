import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { legalMinimum, legalNotice } from '@/lib/works/legal-notice'
import { firstStart } from '@/lib/works/prepare-works'
import { findWindowsByPart } from '@/lib/works/queries'
import { getDeliveries } from '../get-deliveries'
import { decideOutcome, type EvidenceSummary } from './evidence'
import { getEvidenceScope } from './evidence-scope'
import { countPoints, type StartRule } from './point-count-queries'

const FACTS = { title: true, service: true, publishedAt: true, cancelledAt: true, shortNoticeReason: true } as const

/** What can be proved of works in one view: notices with their messages, and for how many service points the legal notice was kept. Throws `not_found`. */
export async function getEvidenceSummary(actor: Actor, reference: string, now: Date): Promise<EvidenceSummary> {
  const deliveries = await getDeliveries(actor, reference, now)
  const db = database()
  const scope = await getEvidenceScope(reference, db)
  const works = await db.works.findUniqueOrThrow({ where: { id: scope.worksId }, select: FACTS })
  const utility = await getUtility(db)
  const parts = await findWindowsByPart(db, scope.worksId, scope.version)
  const start = firstStart(parts.map((windows) => ({ windows })))
  const tellBy = legalMinimum(utility, works.service)
  const starts = new Map(parts.flatMap(([first]) => (first ? [[first.start.getTime(), first.start] as const] : [])))
  const rules = [...starts.values()].map((at): StartRule => ({ start: at, legalInstant: tellBy?.(at) ?? null }))
  const points = await countPoints(db, scope, rules, now)
  const legal = legalNotice(utility, works.service, start, works.publishedAt ?? now)
  const isCancelledBefore = works.cancelledAt !== null && works.cancelledAt < start
  return {
    ...deliveries,
    title: works.title,
    service: works.service,
    publishedAt: works.publishedAt?.toISOString() ?? null,
    cancelledAt: works.cancelledAt?.toISOString() ?? null,
    shortNoticeReason: works.shortNoticeReason,
    windows: parts.flat().map((window) => ({ start: window.start.toISOString(), end: window.end.toISOString() })),
    points,
    legal,
    tellBy: tellBy?.(start).toISOString() ?? null,
    outcome: decideOutcome({ isPublished: works.publishedAt !== null, isCancelledBefore, hasRule: legal !== null }, points),
  }
}
