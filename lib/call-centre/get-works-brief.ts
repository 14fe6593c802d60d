import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canServeCallers } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { SampleText } from '@/lib/notices/evidence/evidence'
import { findSampleTexts } from '@/lib/notices/evidence/evidence-report-queries'
import { getDeliveries, type NoticeDelivery } from '@/lib/notices/get-deliveries'
import { getPublicWorks } from '@/lib/works/get-public-works'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { getWorks } from '@/lib/works/queries'
import { countSupplyReports } from '@/lib/works/supply-reports/queries'
import type { AffectedCounts, PublicWorks } from '@/lib/works/works'
import type { CallNote, CallNoteCounts } from './call-centre'
import { countCallNotes, findCallNotes } from './note-queries'

/** Published works as the call centre needs them while somebody asks about them. */
export interface WorksBrief {
  works: PublicWorks
  affected: AffectedCounts
  notices: NoticeDelivery[]
  /** What customers read, as it was really sent; the latest first. */
  texts: SampleText[]
  calls: CallNoteCounts
  /** How many said on the pages of their addresses that they still have no supply. */
  stillNone: number
  notes: CallNote[]
}

/** What works are about, whom they hit, what people read of them and what callers said. Throws `forbidden`, and `not_found`, for drafts too. */
export async function getWorksBrief(actor: Actor, wanted: string, now: Date): Promise<WorksBrief> {
  requirePolicy(actor, canServeCallers(actor))
  const works = await getPublicWorks(wanted, now)
  const { reference } = works
  const db = database()
  const { id: worksId } = await getWorks(db, reference)
  const { notices } = await getDeliveries(actor, reference, now)
  const [{ affected }, texts, calls, notes, { reports }] = await Promise.all([
    getWorksDetail(actor, reference, now),
    findSampleTexts(
      db,
      notices.map(({ id }) => id),
    ),
    countCallNotes(db, worksId),
    findCallNotes(db, { worksId }),
    countSupplyReports(db, worksId),
  ])
  return { works, affected, notices, texts: texts.toReversed(), calls, stillNone: reports, notes }
}
