import { currentInstant } from '@/lib/clock'
import { deliverDue } from '@/lib/notices/deliver-due'
import { inngest } from '../client'
import { messagesQueued } from '../events'

/** A function may have 1,000 steps; what is left over is for the next run. */
const MOST_SLICES = 900
/** A step takes no new batch after so long, in milliseconds: short enough for any host's limit on a request. */
const SLICE = 20_000

function deliverSlice(): Promise<number> {
  const end = performance.now() + SLICE
  return deliverDue(currentInstant, { isOver: () => performance.now() > end })
}

/** Delivers the ledger's due messages, a slice of time a step, until none is left. */
export const deliverMessagesFunction = inngest.createFunction(
  { id: 'deliver-messages', triggers: [messagesQueued], concurrency: { limit: 4 } },
  async ({ event, step }) => {
    let delivered = 0
    for (let slice = 1; slice <= MOST_SLICES; slice++) {
      const count = await step.run(`deliver slice ${slice}`, deliverSlice)
      if (count === 0) return { delivered }
      delivered += count
    }
    await step.sendEvent('go on', messagesQueued.create(event.data))
    return { delivered }
  },
)
