import { listTowns } from '@/lib/addresses/list-towns'
import { logger } from '@/lib/logger'
import type { ComingFilter } from './coming-filter'
import { type ComingWorks, findComingWorks } from './find-coming-works'

export interface ComingView extends ComingWorks {
  /** Municipalities that may be chosen; none where there is only one. */
  towns: string[]
}

/** What the list of works shows, or null while the database does not answer: then nobody may read that nothing is planned. Never throws. */
export async function getComingViewOrNull(filter: ComingFilter, now: Date): Promise<ComingView | null> {
  try {
    return { ...(await findComingWorks(filter, now)), towns: await listTowns() }
  } catch (error) {
    logger.error({ err: error }, 'the list of works cannot be read')
    return null
  }
}
