import type { Db } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { countOfVersion } from './affected-queries'
import { legalBreaches, legalNotice } from './legal-notice'
import { firstStart } from './prepare-works'
import { findWindowsByPart, type LockedWorks } from './queries'
import type { WorksSummary } from './works'

/** How works stand: whom they hit, and whether the law's notice is (for a draft at `now`: would be) kept. */
export async function summariseWorks(
  db: Db,
  works: Pick<LockedWorks, 'id' | 'reference' | 'service' | 'version' | 'state' | 'publishedAt'>,
  now: Date,
): Promise<WorksSummary> {
  const { id, reference, service, version, state } = works
  const isFrozen = state !== 'draft' && state !== 'in_approval'
  const parts = await findWindowsByPart(db, id, version)
  const utility = await getUtility(db)
  const start = firstStart(parts.map((windows) => ({ windows })))
  // A draft that is not complete has no parts, and so no start.
  const legal = Number.isNaN(start.getTime()) ? null : legalNotice(utility, service, start, works.publishedAt ?? now)
  const breaches = legalBreaches(utility, service, parts.flat())
  return { reference, version, state, affected: await countOfVersion(db, id, version, isFrozen), legal, breaches }
}
