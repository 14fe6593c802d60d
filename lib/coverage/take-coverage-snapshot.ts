import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canRefreshCoverage } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { inZone } from '@/lib/wall-clock'
import { hasSnapshot, insertSnapshot, lockSnapshots } from './snapshot-queries'

/**
 * Counts how many customers can be told and keeps it as the count of today (on the utility's clocks), in place of an earlier one of the same day.
 * The map's cells are always those of the last count. Throws `forbidden`.
 */
export async function takeCoverageSnapshot(actor: Actor, now: Date): Promise<void> {
  requirePolicy(actor, canRefreshCoverage(actor))
  await transaction(async (db) => {
    await lockSnapshots(db)
    const day = inZone(now, (await getUtility(db)).zone)
      .toPlainDate()
      .toString()
    await insertSnapshot(db, day, now)
    if (actor.kind !== 'system') await recordAudit(db, actor, { action: 'coverage.refresh', subject: `coverage:${day}` }, now)
  })
}

/**
 * Does the same once a day: the first of any number of workers that ask. Returns whether this one did. Before the installation is set up there is
 * nothing to count.
 */
export function takeDueCoverageSnapshot(now: Date): Promise<boolean> {
  return transaction(async (db) => {
    const utility = await db.utility.findUnique({ where: { id: 1 }, select: { zone: true } })
    if (!utility) return false
    const day = inZone(now, utility.zone).toPlainDate().toString()
    if (await hasSnapshot(db, day)) return false
    await lockSnapshots(db)
    if (await hasSnapshot(db, day)) return false
    await insertSnapshot(db, day, now)
    return true
  })
}
