import { askInTime } from '@/lib/db/ask-in-time'
import { logger } from '@/lib/logger'
import { getUtility } from './queries'
import type { Utility } from './utility'

/** How long the settings are taken as read, in milliseconds. */
const FRESH = 30_000

interface Known {
  utility: Utility | null
  /** On the clock of `performance`. */
  readAt: number
  /** Up with each time that they are to be forgotten: what was being read meanwhile may be of before. */
  epoch: number
}

// Kept on globalThis: pages, handlers and the page cache are bundled apart, and all know what one of them has read.
const store = globalThis as typeof globalThis & { preavvisoUtility?: Known }

function known(): Known {
  store.preavvisoUtility ??= { utility: null, readAt: Number.NEGATIVE_INFINITY, epoch: 0 }
  return store.preavvisoUtility
}

/**
 * The utility's settings, half a minute old at most; while the database does not answer, those last known, and null when none ever were.
 * For what every page shows (the phone number), so that it is there also when nothing else is. Never throws.
 */
export async function getKnownUtility(): Promise<Utility | null> {
  const { readAt, epoch } = known()
  if (performance.now() - readAt < FRESH) return known().utility
  try {
    const utility = await askInTime(() => getUtility())
    Object.assign(known(), { utility, ...(known().epoch === epoch && { readAt: performance.now() }) })
  } catch (error) {
    logger.warn({ err: error }, 'the settings of the utility cannot be read')
  }
  return known().utility
}

/** The settings that this process last read, without asking for them; null when it never did. */
export function lastKnownUtility(): Utility | null {
  return known().utility
}

/** Has them read anew by whoever asks next: they may have changed. */
export function forgetKnownUtility(): void {
  Object.assign(known(), { readAt: Number.NEGATIVE_INFINITY, epoch: known().epoch + 1 })
}
