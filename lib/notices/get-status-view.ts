import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { checkHealth } from './check-health'
import type { HandoffDay } from './handoff'
import { findHandoffDays } from './handoff-queries'

/** What anyone may know of how the service runs: no works, no people. */
export interface StatusView {
  isRunning: boolean
  /** The last 30 days on which messages went, newest first; null while that cannot be read. */
  days: HandoffDay[] | null
  /** ISO instant. */
  asOf: string
}

/** An answer holds for so long, in milliseconds, however many ask. */
const FRESH = 15_000

async function readStatus(now: Date): Promise<StatusView> {
  const { status } = await askInTime(() => checkHealth(now)).catch(() => ({ status: 'broken' }))
  const { zone } = tellingOf(await getKnownUtility())
  const days = await askInTime(() => findHandoffDays(database(), zone, now)).catch((error) => {
    logger.error({ err: error }, 'the figures of the status page cannot be read')
    return null
  })
  return { isRunning: status === 'ok', days, asOf: now.toISOString() }
}

let known: { view: Promise<StatusView>; readAt: number } | undefined

/** How the service runs, a quarter of a minute old at most. Anyone may ask, in any number. Never throws. */
export function getStatusView(now: Date): Promise<StatusView> {
  if (!known || Date.now() - known.readAt > FRESH) known = { view: readStatus(now), readAt: Date.now() }
  return known.view
}
