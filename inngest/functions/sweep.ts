import { cron } from 'inngest'
import { currentInstant } from '@/lib/clock'
import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { sweep } from '@/lib/notices/sweep'
import { tellOfGuesses } from '@/lib/self-service/tell-of-guesses'
import { inngest } from '../client'
import { messagesQueued } from '../events'

/** Each minute: opens what no event opened, mends what a crash left, and has what is queued delivered. */
export const sweepFunction = inngest.createFunction(
  { id: 'sweep', triggers: [cron('* * * * *')], concurrency: { limit: 1 } },
  async ({ step }) => {
    const opened = await step.run('open what was missed', async () => openDueNotices(await currentInstant()))
    const swept = await step.run('mend what was left behind', async () => sweep(await currentInstant()))
    const letters = await step.run('send the letters that wait', async () => deliverLetters(await currentInstant()))
    await step.run('tell whose accounts were guessed at', async () => tellOfGuesses(await currentInstant()))
    await step.sendEvent('have the messages delivered', messagesQueued.create({}))
    return { opened, letters, ...swept }
  },
)
