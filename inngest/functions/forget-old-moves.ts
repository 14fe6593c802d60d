import { cron } from 'inngest'
import { forgetOldMoves } from '@/lib/bots/forget-old-moves'
import { currentInstant } from '@/lib/clock'
import { inngest } from '../client'

/** Each hour, what bots said long ago is forgotten. */
export const forgetOldMovesFunction = inngest.createFunction(
  { id: 'forget-old-moves', triggers: [cron('41 * * * *')], concurrency: { limit: 1 } },
  async ({ step }) => {
    const forgotten = await step.run('forget what bots said long ago', async () => forgetOldMoves(await currentInstant()))
    return { forgotten }
  },
)
