import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'

/** How long settings are taken as read, in milliseconds: a bot needs them with each message. */
const FRESH = 10_000

let known: { utility: Utility; readAt: number } | null = null

/** The utility's settings, ten seconds old at most. Throws `not_found` in an installation that was never set up. */
export async function getBotUtility(): Promise<Utility> {
  if (known && performance.now() - known.readAt < FRESH) return known.utility
  const utility = await getUtility()
  known = { utility, readAt: performance.now() }
  return utility
}
