import { logger } from '@/lib/logger'
import { getUtility } from './queries'
import type { Utility } from './utility'

/** How long the settings are taken as read, in milliseconds. */
const FRESH = 30_000

let known: { utility: Utility; readAt: number } | undefined

/**
 * The utility's settings, half a minute old at most; while the database does not answer, those last known, and null when none ever were.
 * For what every page shows (the phone number), so that it is there also when nothing else is. Never throws.
 */
export async function getKnownUtility(): Promise<Utility | null> {
  if (known && Date.now() - known.readAt < FRESH) return known.utility
  try {
    known = { utility: await getUtility(), readAt: Date.now() }
  } catch (error) {
    logger.warn({ err: error }, 'the settings of the utility cannot be read')
  }
  return known?.utility ?? null
}
