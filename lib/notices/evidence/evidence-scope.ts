import { type Db, database } from '@/lib/db/client'
import { getWorks } from '@/lib/works/queries'

/** Whose evidence is asked for: works with all their versions. */
export interface EvidenceScope {
  worksId: number
  reference: string
  version: number
  /** The parts of every version: a point that only the first version hit may have been told, too. */
  partIds: number[]
  noticeIds: number[]
}

/** Throws `not_found`. */
export async function getEvidenceScope(wanted: string, db: Db = database()): Promise<EvidenceScope> {
  const { id: worksId, reference, version } = await getWorks(db, wanted)
  const parts = await db.worksPart.findMany({ where: { worksId }, select: { id: true } })
  const notices = await db.notice.findMany({ where: { worksId }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: { id: true } })
  return { worksId, reference, version, partIds: parts.map(({ id }) => id), noticeIds: notices.map(({ id }) => id) }
}
