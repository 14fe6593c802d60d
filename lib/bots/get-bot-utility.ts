import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'

/** How long settings are taken as read, in milliseconds: a bot reads them with each message. */
const FRESH = 10_000

export type BotUtility = Pick<Utility, 'name' | 'sender' | 'zone' | 'phone' | 'defaultLanguage'> & { phoneHours: string }

let known: { utility: BotUtility; readAt: number } | null = null

async function read(): Promise<BotUtility> {
  const [utility, row] = await Promise.all([
    getUtility(),
    database().utility.findUnique({ where: { id: 1 }, select: { phoneHours: true } }),
  ])
  return { ...utility, phoneHours: row?.phoneHours ?? '' }
}

/** The utility's settings as a bot needs them, ten seconds old at most. Throws `not_found` in an installation that was never set up. */
export async function getBotUtility(): Promise<BotUtility> {
  if (known && performance.now() - known.readAt < FRESH) return known.utility
  const utility = await read()
  known = { utility, readAt: performance.now() }
  return utility
}
