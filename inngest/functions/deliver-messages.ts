import { currentInstant } from '@/lib/clock'
import { deliverMessages } from '@/lib/notices/deliver-messages'
import { inngest } from '../client'
import { messagesQueued } from '../events'

/** A function may have 1,000 steps; what is left over is for the next run. */
const MOST_BATCHES = 900

/** Delivers the ledger's due messages, a batch a step, until none is left. */
export const deliverMessagesFunction = inngest.createFunction(
  { id: 'deliver-messages', triggers: [messagesQueued], concurrency: { limit: 4 } },
  async ({ event, step }) => {
    let delivered = 0
    for (let batch = 1; batch <= MOST_BATCHES; batch++) {
      const count = await step.run(`deliver batch ${batch}`, async () => deliverMessages(await currentInstant()))
      if (count === 0) return { delivered }
      delivered += count
    }
    await step.sendEvent('go on', messagesQueued.create(event.data))
    return { delivered }
  },
)
