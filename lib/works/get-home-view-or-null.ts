import type { Lookup } from '@/lib/addresses/addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { logger } from '@/lib/logger'
import { findPublicWorks } from './find-public-works'
import type { PublicWorks } from './works'

export interface HomeView {
  /** Null when nothing was searched for. */
  lookup: Lookup | null
  works: PublicWorks[]
}

/** What the home page shows for a search (an empty text is none), or null while the database does not answer. Never throws. */
export async function getHomeViewOrNull(text: string, now: Date): Promise<HomeView | null> {
  try {
    return { lookup: text ? await lookUpAddress(text) : null, works: await findPublicWorks(now) }
  } catch (error) {
    logger.error({ err: error }, 'the home page cannot look')
    return null
  }
}
