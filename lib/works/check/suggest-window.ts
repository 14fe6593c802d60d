import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { getUtility } from '@/lib/utility/queries'
import { inZone } from '@/lib/wall-clock'
import { legalBreaches, legalNotice } from '../legal-notice'
import { findWindowsByPart, getWorks } from '../queries'
import type { WorksWindow } from '../works'
import { pointsOfVersion } from './check-works'
import { APART_DAYS, spanOf, troubled } from './find-clashes'
import { findDaysOff } from './find-days-off'
import type { WindowSuggestion } from './works-check'

/** How far ahead a better time is looked for, in days from the planned one. */
const AHEAD = 14
/** As many suggestions as are worth reading. */
const MOST = 3

const groups = z.array(z.object({ works: z.array(z.number()), points: z.coerce.number() }))
const spans = z.array(z.object({ worksId: z.number(), startsAt: z.date(), endsAt: z.date() }))

/** Points by which other works hit them around the whole time that is looked at, and when these works are. */
async function findTrouble(db: Db, worksId: number, hit: Prisma.Sql, span: WorksWindow) {
  const grouped = await db.$queryRaw`
    SELECT works, count(*) AS points
    FROM (SELECT point_id, array_agg(works_id ORDER BY works_id) AS works FROM ${troubled(hit, worksId, span)} troubled GROUP BY point_id) point
    GROUP BY works`
  const combinations = groups.parse(grouped)
  const ids = [...new Set(combinations.flatMap(({ works }) => works))]
  const windows = await db.$queryRaw`
    SELECT works.id AS "worksId", works_window.starts_at AS "startsAt", works_window.ends_at AS "endsAt"
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
    JOIN works_window ON works_window.part_id = works_part.id
    WHERE works.id = ANY (${ids}::int[])`
  return { combinations, windows: spans.parse(windows) }
}

/** The same wall-clock times so many days later. */
function shift({ start, end }: WorksWindow, days: number, zone: string): WorksWindow {
  const later = (instant: Date) => new Date(inZone(instant, zone).add({ days }).epochMilliseconds)
  return { start: later(start), end: later(end) }
}

/**
 * The next times within two weeks, of the same length and at the same hours, that keep the law, are worked days where the planned ones are, and hit fewer
 * people twice; the best first, at most 3. None where the planned time is as good. Throws `not_found`.
 */
export async function suggestWindow(actor: Actor, reference: string, now: Date): Promise<WindowSuggestion[]> {
  requirePolicy(actor, canPlanWorks(actor))
  const db = database()
  const works = await getWorks(db, reference)
  const planned: WorksWindow[] = (await findWindowsByPart(db, works.id, works.version)).flat()
  const [first] = planned.toSorted((a, b) => a.start.getTime() - b.start.getTime())
  if (!first) return []
  const utility = await getUtility(db)
  const span = spanOf(planned, APART_DAYS)
  const around = { start: span.start, end: new Date(span.end.getTime() + AHEAD * 86_400_000) }
  const trouble = await findTrouble(db, works.id, await pointsOfVersion(db, works), around)
  const countTwice = (windows: WorksWindow[]) => {
    const near = spanOf(windows, APART_DAYS)
    const close = new Set(
      trouble.windows.filter(({ startsAt, endsAt }) => startsAt < near.end && endsAt > near.start).map(({ worksId }) => worksId),
    )
    return trouble.combinations.reduce((sum, { works: ids, points }) => sum + (ids.some((id) => close.has(id)) ? points : 0), 0)
  }
  const keepsLaw = (windows: WorksWindow[]) => {
    const start = new Date(Math.min(...windows.map((window) => window.start.getTime())))
    const legal = legalNotice(utility, works.service, start, now)
    return start > now && (legal?.ok ?? true) && legalBreaches(utility, works.service, windows).length === 0
  }
  const at = countTwice(planned)
  const offNow = findDaysOff(utility, planned).length
  const candidates = Array.from({ length: AHEAD }, (_, index) => index + 1).map((days) => {
    const windows = planned.map((window) => shift(window, days, utility.zone))
    return { days, windows, hitTwice: countTwice(windows) }
  })
  const isBetter = ({ hitTwice }: { hitTwice: number }) => hitTwice < at || !keepsLaw(planned)
  return candidates
    .filter((candidate) => isBetter(candidate) && keepsLaw(candidate.windows) && findDaysOff(utility, candidate.windows).length <= offNow)
    .toSorted((a, b) => a.hitTwice - b.hitTwice || a.days - b.days)
    .slice(0, MOST)
    .map(({ days, windows, hitTwice }) => ({
      days,
      windows: windows.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
      ...{ hitTwice, now: at },
    }))
}
