import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { getUtility } from '@/lib/utility/queries'
import { affectedPointsOf, countOfVersion } from '../affected-queries'
import { needsApproval } from '../approval/require-approval'
import { judgeDraft } from '../drafts/write-draft'
import { legalBreaches, legalNotice } from '../legal-notice'
import { getNoticeRules } from '../notice-rules'
import { planNotices } from '../plan-notices'
import { firstStart } from '../prepare-works'
import { findPriorityPoints } from '../priority/priority-queries'
import { findWindowsByPart, getWorks } from '../queries'
import type { StoredSelection } from '../selection/selection'
import { toPlannedNotice } from '../to-planned-notice'
import { findClashes } from './find-clashes'
import { findDaysOff } from './find-days-off'
import { findDoubleCuts } from './find-double-cuts'
import { countChannels, measureReach } from './measure-reach'
import type { WorksCheck } from './works-check'

/** The points of a version as a query that yields each `id` once. */
export async function pointsOfVersion(db: Db, works: { id: number; version: number; isFrozen: boolean }): Promise<Prisma.Sql> {
  const points = await affectedPointsOf(db, works.id, works.version, works.isFrozen)
  return Prisma.sql`
    SELECT DISTINCT point.service_point_id AS id
    FROM ${points} point
    JOIN works_part ON works_part.id = point.part_id
    WHERE works_part.works_id = ${works.id} AND works_part.version = ${works.version}`
}

/** The links that all parts of a version isolate together. */
async function findIsolated(db: Db, worksId: number, version: number) {
  const parts = await db.worksPart.findMany({ where: { worksId, version }, select: { selection: true } })
  const said = parts.flatMap(({ selection }) => (selection as unknown as StoredSelection).said ?? [])
  return {
    links: said.flatMap(({ links }) => links),
    stuck: said.flatMap(({ stuck }) => stuck),
    feeding: said.flatMap(({ feeding }) => feeding),
  }
}

type Incomplete = Pick<WorksCheck, 'problem'> & Omit<WorksCheck, 'reference' | 'revision' | 'asOf' | 'problem' | 'approval'>

const NOTHING: Omit<Incomplete, 'problem'> = {
  affected: { servicePoints: 0, units: 0, accounts: 0, contacts: 0 },
  reach: { servicePoints: 0, reachablePoints: 0, accounts: 0, reachableAccounts: 0, share: 1 },
  ...{ channels: [], priority: [], legal: null, breaches: [], notices: [], clashes: [], doubleCuts: [], daysOff: [] },
}

/**
 * Everything to look at before works are published: whom they hit and who of them can be told, priority customers, the law, other works, days off. A
 * draft that is not complete says what is wrong with it, and counts nobody. Throws `not_found`.
 */
export async function checkWorks(actor: Actor, reference: string, now: Date): Promise<WorksCheck> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const works = await getWorks(db, reference)
  const utility = await getUtility(db)
  const head = { reference, revision: works.revision, asOf: now.toISOString() }
  const from = utility.approvalUnits
  const parts = await findWindowsByPart(db, works.id, works.version)
  const windows = parts.flat()
  if (windows.length === 0) {
    const judged = await judgeDraft(db, works.draft, now)
    const problem = 'problem' in judged ? judged.problem : null
    return { ...head, ...NOTHING, problem, approval: { isNeeded: false, from } }
  }
  const hit = await pointsOfVersion(db, works)
  const affected = await countOfVersion(db, works.id, works.version, works.isFrozen)
  const rules = await getNoticeRules(db, utility, works.service, now)
  return {
    ...head,
    problem: null,
    affected,
    reach: await measureReach(db, hit),
    channels: await countChannels(db, hit),
    priority: await findPriorityPoints(db, works.id, works.version, works.isFrozen),
    legal: legalNotice(utility, works.service, firstStart(parts.map((part) => ({ windows: part }))), works.publishedAt ?? now),
    breaches: legalBreaches(utility, works.service, windows),
    notices: planNotices(parts, rules, now).map(toPlannedNotice),
    clashes: await findClashes(db, works.id, hit, windows),
    doubleCuts: await findDoubleCuts(db, works, await findIsolated(db, works.id, works.version), windows),
    daysOff: findDaysOff(utility, windows),
    approval: { isNeeded: needsApproval(affected.units, from), from },
  }
}
