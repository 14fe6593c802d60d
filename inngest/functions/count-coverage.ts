import { cron } from 'inngest'
import { currentInstant } from '@/lib/clock'
import { takeDueCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { inngest } from '../client'

/** Asks each hour whether today's coverage is counted: the first time of a day it is. */
export const countCoverageFunction = inngest.createFunction(
  { id: 'count-coverage', triggers: [cron('11 * * * *')], concurrency: { limit: 1 } },
  async ({ step }) => {
    const taken = await step.run('count whom we can tell', async () => takeDueCoverageSnapshot(await currentInstant()))
    return { taken }
  },
)
