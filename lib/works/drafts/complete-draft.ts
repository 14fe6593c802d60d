import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import type { LockedWorks } from '@/lib/works/queries'
import { worksDraft } from './works-draft'
import { writeDraft } from './write-draft'

/** Understands a draft anew, as the network and the addresses are now. Throws `bad_input` for the first thing that is wrong with it. */
export async function completeDraft(db: Db, works: LockedWorks, now: Date): Promise<void> {
  if (works.draft === null) return
  const problem = await writeDraft(db, works, worksDraft.parse(works.draft), now)
  if (problem) throw badInput(problem.reason, problem.field, problem.params)
}
