import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { type Rates, ratesOf } from '@/lib/channels/rates'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { findVersionNotices } from '@/lib/works/find-version-notices'
import { legalMinimum } from '@/lib/works/legal-notice'
import { findPartIds, getWorks } from '@/lib/works/queries'
import { soonestOutsideQuietHours } from '@/lib/works/quiet-hours'
import { firstNoticeStarts } from '../first-notice-starts'
import { createRehearsal, type RehearsedNotice } from './rehearse-notice'

export interface Rehearsal {
  reference: string
  version: number
  notices: RehearsedNotice[]
}

const DAY = 86_400_000

/**
 * Plays the plan of works through without sending or writing anything: each notice, when, to how many, by which channel and language, with
 * one text of each, segments, cost, time to deliver, and whether the law's minimum is kept. For drafts as if they were published at `now`.
 * `rates` are units a second. Throws `not_found`.
 */
export async function rehearseWorks(actor: Actor, reference: string, now: Date, rates: Rates = ratesOf(env())): Promise<Rehearsal> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const works = await getWorks(db, reference)
  const utility = await getUtility(db)
  const { facts, drafts } = await findVersionNotices(db, works, now)
  const partOf = await findPartIds(db, works.id, works.version)
  const quiet = { from: utility.quietFrom, to: utility.quietTo, zone: utility.zone }
  const minimum = legalMinimum(utility, works.service)
  const rehearse = createRehearsal(db, {
    works,
    facts,
    partOf,
    rates,
    minimum,
    soonest: soonestOutsideQuietHours(now, quiet, new Date(now.getTime() + DAY)),
  })
  const starts = firstNoticeStarts(drafts, partOf)
  const notices: RehearsedNotice[] = []
  for (const draft of drafts) notices.push(await rehearse(draft, starts.get(draft) ?? null))
  return { reference, version: works.version, notices }
}
