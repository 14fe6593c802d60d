import type { Lookup } from '@/lib/addresses/addresses'
import { listTowns } from '@/lib/addresses/list-towns'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { askInTime } from '@/lib/db/ask-in-time'
import { logger } from '@/lib/logger'
import { type ComingWorks, findComingWorks } from './coming/find-coming-works'

export interface HomeSearch {
  /** What somebody typed; empty for nothing. */
  text: string
  /** The municipality that was chosen beside it. */
  town?: string | undefined
}

export interface HomeView {
  /** Null when nothing was searched for. */
  lookup: Lookup | null
  /** Municipalities that may be chosen. */
  towns: string[]
  /** The next works. */
  coming: ComingWorks
}

/** As many works as one takes in beside a search; the list has them all. */
const NEXT = 6

/** What the home page shows for a search, or null while the database does not answer. Never throws. */
export async function getHomeViewOrNull({ text, town }: HomeSearch, now: Date): Promise<HomeView | null> {
  try {
    const lookup = text ? await lookUpAddress(text, { town }) : null
    const [towns, coming] = await askInTime(() => Promise.all([listTowns(), findComingWorks({ page: 1 }, now, NEXT)]))
    return { lookup, towns, coming }
  } catch (error) {
    logger.error({ err: error }, 'the home page cannot look')
    return null
  }
}
