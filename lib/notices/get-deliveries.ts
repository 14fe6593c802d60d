import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { WorksState } from '@/lib/db/generated/enums'
import { getWorks } from '@/lib/works/queries'
import type { PlannedNotice } from '@/lib/works/works'
import { findNoticeCounts } from './delivery-queries'
import { type NoticeCounts, type Reconciliation, reconcile } from './reconciliation'

/** One notice: whom it was for, how its messages fare, and whether the two come to the same. */
export interface NoticeDelivery extends PlannedNotice, NoticeCounts {
  id: number
  version: number
  /** Messages that stand in for one that did not arrive: not counted among the others. */
  standIns: NoticeCounts['counts']
  reconciliation: Reconciliation
}

export interface Deliveries {
  reference: string
  version: number
  state: WorksState
  /** ISO instant. */
  asOf: string
  notices: NoticeDelivery[]
}

/** How the messages of works fare, notice by notice, of every version. Throws `not_found`. */
export async function getDeliveries(actor: Actor, wanted: string, now: Date): Promise<Deliveries> {
  requirePolicy(actor, canReadWorks(actor))
  const { id: worksId, reference, version, state } = await getWorks(database(), wanted)
  const rows = await findNoticeCounts(database(), worksId)
  const notices = rows.map(({ dueAt, notAfter, ...notice }) => ({
    ...notice,
    dueAt: dueAt.toISOString(),
    notAfter: notAfter.toISOString(),
    reconciliation: reconcile(notice),
  }))
  return { reference, version, state, asOf: now.toISOString(), notices }
}
