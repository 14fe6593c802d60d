import { database } from '@/lib/db/client'
import { DEMO_UTILITY } from './demo-utility'
import { isEmpty } from './is-empty'

/** Whether this database is to become the demo, or is one whose first start was killed before it had its works. */
export async function needsDemo(): Promise<boolean> {
  if (await isEmpty()) return true
  const isDemoTown = (await database().utility.count({ where: { name: DEMO_UTILITY.name } })) > 0
  return isDemoTown && (await database().works.count()) === 0
}
