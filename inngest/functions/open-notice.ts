import { currentInstant } from '@/lib/clock'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { inngest } from '../client'
import { messagesQueued, noticesDue, worksCancelled } from '../events'

/** Opens whatever is due of some works, and has its messages delivered. */
export const openNoticeFunction = inngest.createFunction(
  { id: 'open-notice', triggers: [noticesDue, worksCancelled] },
  async ({ event, step }) => {
    const { worksReference } = event.data
    const messages = await step.run('open the notices that are due', async () => openDueNotices(await currentInstant(), worksReference))
    if (messages > 0) await step.sendEvent('have the messages delivered', messagesQueued.create({ worksReference }))
    return { messages }
  },
)
