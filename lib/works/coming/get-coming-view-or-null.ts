import { listTowns } from '@/lib/addresses/list-towns'
import { askInTime } from '@/lib/db/ask-in-time'
import { logger } from '@/lib/logger'
import type { ComingFilter } from './coming-filter'
import { type ComingWorks, findComingWorks } from './find-coming-works'

export interface ComingView extends ComingWorks {
  /** What was listed: a municipality that is not known is left out, or an empty list would say that nothing is planned there. */
  filter: ComingFilter
  /** Municipalities that may be chosen. */
  towns: string[]
}

/** What the list of works shows, or null while the database does not answer: then nobody may read that nothing is planned. Never throws. */
export async function getComingViewOrNull({ municipality, ...others }: ComingFilter, now: Date): Promise<ComingView | null> {
  try {
    const towns = await askInTime(listTowns)
    const filter = { ...others, ...(municipality && towns.includes(municipality) && { municipality }) }
    return { ...(await askInTime(() => findComingWorks(filter, now))), filter, towns }
  } catch (error) {
    logger.error({ err: error }, 'the list of works cannot be read')
    return null
  }
}
