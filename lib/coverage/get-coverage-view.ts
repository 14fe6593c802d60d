import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadCoverage } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { inZone } from '@/lib/wall-clock'
import type { CoverageCounts, CoverageFilter, CoveragePlace, CoverageSquare, CoverageView } from './coverage'
import { nameSquares } from './name-squares'
import { findCountsByService, findDays, findPlaces, findSquares, getLastSnapshotOrNull } from './queries'

/** So long a history is drawn. */
const HISTORY = { months: 12 }

/** So many squares are a list to work through. */
const LISTED = 10

const NOTHING: CoverageCounts = { accounts: 0, withSms: 0, withEmail: 0, withChat: 0, withAny: 0 }

function sum(all: CoverageCounts[]): CoverageCounts {
  const total = { ...NOTHING }
  for (const counts of all) for (const key of Object.keys(total) as Array<keyof CoverageCounts>) total[key] += counts[key]
  return total
}

/** How many customers can be told: of the last snapshot, and how it grew. Throws `forbidden`. */
export async function getCoverageView(actor: Actor, { service }: CoverageFilter, now: Date): Promise<CoverageView> {
  requirePolicy(actor, canReadCoverage(actor))
  const db = database()
  const today = inZone(now, (await getUtility(db)).zone).toPlainDate()
  const last = await getLastSnapshotOrNull(db, today.toString())
  if (!last) return { asOf: null, services: [], total: NOTHING, byService: [], places: [], days: [], squares: [], weakest: [] }
  const [byService, places, days, squares] = await Promise.all([
    findCountsByService(db, last.day),
    findPlaces(db, last.day, service),
    findDays(db, today.subtract(HISTORY).toString(), last.day, service),
    findSquares(db, service),
  ])
  return {
    asOf: last.takenAt.toISOString(),
    services: byService.map((row) => row.service),
    total: sum(byService.filter((row) => !service || row.service === service)),
    byService,
    places: withoutLoneQuarters(places),
    days,
    squares,
    weakest: await nameSquares(db, pickWeakest(squares)),
  }
}

const countUnreached = ({ accounts, withAny }: CoverageSquare) => accounts - withAny

function pickWeakest(squares: CoverageSquare[]): CoverageSquare[] {
  return squares
    .filter((square) => countUnreached(square) > 0)
    .toSorted((a, b) => countUnreached(b) - countUnreached(a))
    .slice(0, LISTED)
}

/** A quarter that is all of its municipality says nothing more. */
function withoutLoneQuarters(places: CoveragePlace[]): CoveragePlace[] {
  const quarters = new Map<number, number>()
  for (const { municipalityId, district } of places) {
    if (district !== null) quarters.set(municipalityId, (quarters.get(municipalityId) ?? 0) + 1)
  }
  return places.filter(({ district, municipalityId }) => district === null || (quarters.get(municipalityId) ?? 0) > 1)
}
