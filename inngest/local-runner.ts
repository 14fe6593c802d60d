/**
 * The engine of an installation without Inngest: a process that asks the ledger each second what is due and does it. It keeps nothing
 * itself, so it may be killed at any time, and several may run at once.
 */
import { forgetOldMoves } from '@/lib/bots/forget-old-moves'
import { currentInstant } from '@/lib/clock'
import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { takeDueCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { closeDatabase } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'
import { logger } from '@/lib/logger'
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

/** Does something again and again, each at its own pace: a slow channel holds up no other, nor the opening of notices. */
async function repeat(period: number, name: string, work: () => Promise<unknown>): Promise<void> {
  while (!stopping) {
    try {
      await work()
      await rest(period)
    } catch (error) {
      logger.error({ error: (error as Error).message, work: name }, 'the local runner failed and will try again')
      await rest(PAUSE)
    }
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
  ...Object.values(Channel).map((channel) =>
    repeat(PERIOD, channel, () => deliverChannel(channel, currentInstant, { isOver: () => stopping })),
  ),
])
await closeDatabase()
process.exit(0)
