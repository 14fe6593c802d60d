/**
 * The engine of an installation without Inngest: a process that asks the ledger each second what is due and does it. It keeps nothing
 * itself, so it may be killed at any time, and several may run at once.
 */
import { currentInstant } from '@/lib/clock'
import { closeDatabase } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { runDueWork } from '@/lib/notices/run-due-work'

/** How often the ledger is asked, in milliseconds. */
const PERIOD = 1_000
/** How long it is left alone after a failure. */
const PAUSE = 10_000

let stopping = false
let wake = () => {}

function stop(): void {
  stopping = true
  wake()
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
}

process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
process.send?.({ ready: true })

while (!stopping) {
  try {
    await runDueWork(await currentInstant())
    if (!stopping) await rest(PERIOD)
  } catch (error) {
    logger.error({ error: (error as Error).message }, 'the local runner failed and will try again')
    if (!stopping) await rest(PAUSE)
  }
}
await closeDatabase()
process.exit(0)
