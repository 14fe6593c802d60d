import type { Db } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { areImportsTooOld } from '@/lib/works/are-imports-too-old'
import { isServedOrNull, type OutageRow } from '@/lib/works/public-queries'
import type { Outages } from '@/lib/works/works'
import type { CallerOutage } from './call-centre'
import { findRowsSince, findWindowChanges, type OutagePlace } from './outage-queries'
import { wordsToRead } from './words-to-read'

/** Whoever has no supply rings also after it should be back: so many milliseconds of what is over stand on the screen. */
const JUST_NOW = 24 * 3_600_000

function stateOf(row: OutageRow, isRestored: boolean, now: Date): CallerOutage['state'] {
  if (row.isCancelled) return 'cancelled'
  if (row.endsAt > now) return row.startsAt > now ? 'coming' : 'running'
  return isRestored ? 'restored' : 'over'
}

/** What is on at a place now, next, and was in the last 24 hours, each with words to read out. Outside the served area, and while imports are too old, the status is `unknown`. */
export async function findCallerOutages(
  db: Db,
  place: OutagePlace,
  now: Date,
): Promise<{ status: Outages['status']; outages: CallerOutage[] }> {
  const isServed = (place.addressId === null || (await isServedOrNull(db, place.addressId)) === true) && !(await areImportsTooOld(db, now))
  const rows = await findRowsSince(db, place, new Date(now.getTime() - JUST_NOW))
  const changes = await findWindowChanges(db, [...new Set(rows.map(({ reference }) => reference))])
  const utility = await getUtility(db)
  const outages = rows.map(({ isCancelled, startsAt, endsAt, reason, advice, ...row }) => {
    const change = changes.get(`${row.reference} ${startsAt.getTime()}`)
    const state = stateOf({ ...row, isCancelled, startsAt, endsAt, reason, advice }, change?.isRestored ?? false, now)
    const facts = { ...row, state, isExtended: change?.isExtended ?? false, start: startsAt.toISOString(), end: endsAt.toISOString() }
    return { ...facts, words: wordsToRead({ ...facts, reason, advice }, utility) }
  })
  const isAffected = outages.some(({ state }) => state === 'coming' || state === 'running')
  return { status: isAffected ? 'affected' : isServed ? 'none_planned' : 'unknown', outages }
}
