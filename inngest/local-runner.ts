/**
 * The engine of an installation without Inngest: a process that asks the ledger each second what is due and does it. It keeps nothing
 * itself, so it may be killed at any time, and several may run at once.
 */
import { forgetOldMoves } from '@/lib/bots/forget-old-moves'
import { currentInstant } from '@/lib/clock'
import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { takeDueCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { closeDatabase, database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { logger } from '@/lib/logger'
import { findDueChannels } from '@/lib/notices/claim-messages'
import { deliverChannel } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { sweep } from '@/lib/notices/sweep'
import { tellOfGuesses } from '@/lib/self-service/tell-of-guesses'

/** How often the ledger is asked for what is due, and how often it is swept, in milliseconds. */
const PERIOD = 1_000
const SWEEP_PERIOD = 60_000
const COVERAGE_PERIOD = 600_000
const FORGET_PERIOD = 3_600_000
/** How long it is left alone after a failure. */
const PAUSE = 10_000

let stopping = false
const sleepers = new Set<() => void>()

function stop(): void {
  stopping = true
  for (const wake of sleepers) wake()
}

function rest(milliseconds: number): Promise<void> {
  if (stopping) return Promise.resolve()
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      sleepers.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    sleepers.add(wake)
  })
}

/** Does something, and leaves it alone for a while where it fails. Returns whether it was done. */
async function attempt(name: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    logger.error({ error: (error as Error).message, work: name }, 'the local runner failed and will try again')
    await rest(PAUSE)
    return false
  }
}

/** Does something again and again, each at its own pace. */
async function repeat(period: number, name: string, work: () => Promise<unknown>): Promise<void> {
  while (!stopping) {
    if (await attempt(name, work)) await rest(period)
  }
}

const deliveries = new Map<Channel, Promise<unknown>>()

/** Begins to deliver what is due of each channel, and waits for none of them: a slow channel holds up no other. */
async function beginDeliveries(): Promise<void> {
  for (const channel of await findDueChannels(database(), await currentInstant())) {
    if (deliveries.has(channel)) continue
    const delivery = attempt(channel, () => deliverChannel(channel, currentInstant, { isOver: () => stopping }))
    deliveries.set(
      channel,
      delivery.finally(() => deliveries.delete(channel)),
    )
  }
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
process.send?.({ ready: true })

await Promise.all([
  repeat(PERIOD, 'open', async () => openDueNotices(await currentInstant())),
  repeat(PERIOD, 'letters', async () => deliverLetters(await currentInstant())),
  repeat(SWEEP_PERIOD, 'sweep', async () => sweep(await currentInstant())),
  repeat(SWEEP_PERIOD, 'guesses', async () => tellOfGuesses(await currentInstant())),
  repeat(FORGET_PERIOD, 'forget', async () => forgetOldMoves(await currentInstant())),
  repeat(COVERAGE_PERIOD, 'coverage', async () => takeDueCoverageSnapshot(await currentInstant())),
  repeat(PERIOD, 'deliver', beginDeliveries),
])
await Promise.all(deliveries.values())
await closeDatabase()
process.exit(0)
