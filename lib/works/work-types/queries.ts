import type { Db } from '@/lib/db/client'
import { type WorkType, workTypeWording } from './work-type'

/** The kinds of work in the order in which they are offered. */
export async function findWorkTypes(db: Db): Promise<WorkType[]> {
  const rows = await db.workType.findMany({
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { code: true, services: true, wording: true },
  })
  return rows.map(({ wording, ...type }) => ({ ...type, wording: workTypeWording.parse(wording) }))
}
