import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { getPublicWorks } from './get-public-works'
import { findChangeRowsOfWorks } from './history/change-queries'
import type { PublicChange } from './history/public-change'
import { toChanges } from './history/to-changes'
import type { PublicWorks } from './works'

export interface WorksView {
  works: PublicWorks
  /** What was told of them, newest first. */
  changes: PublicChange[]
}

/** All that the public page of works shows, or null while the database does not answer. Anyone may ask. Throws `not_found`, for drafts too. */
export async function getWorksViewOrNull(reference: string, now: Date): Promise<WorksView | null> {
  try {
    const works = await askInTime(() => getPublicWorks(reference, now))
    return { works, changes: toChanges(await askInTime(() => findChangeRowsOfWorks(database(), reference))) }
  } catch (error) {
    if (error instanceof AppError) throw error
    logger.error({ err: error }, 'works cannot be read')
    return null
  }
}
