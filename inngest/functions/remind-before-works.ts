import { database } from '@/lib/db/client'
import { findPlannedDues } from '@/lib/notices/queries'
import { inngest } from '../client'
import { noticesDue, worksCancelled, worksPublished } from '../events'

/** A free plan refuses sleeps over seven days. */
const LONGEST_SLEEP = 6 * 86_400_000

/** The instants to wake up at on the way to `due`, which is the last of them. */
function hopsTo(due: number, from: number): Date[] {
  const hops: Date[] = []
  for (let hop = from + LONGEST_SLEEP; hop < due; hop += LONGEST_SLEEP) hops.push(new Date(hop))
  return [...hops, new Date(due)]
}

/** Sleeps until each notice of a version is due and says so; ends when the works are cancelled or a newer version is published. */
export const remindBeforeWorks = inngest.createFunction(
  {
    id: 'remind-before-works',
    triggers: [worksPublished],
    cancelOn: [
      { event: worksCancelled, match: 'data.worksReference' },
      { event: worksPublished, if: 'event.data.worksReference == async.data.worksReference && async.data.version > event.data.version' },
    ],
  },
  async ({ event, step }) => {
    const { worksReference, version } = event.data
    const dues = await step.run('find the planned notices', () => findPlannedDues(database(), worksReference, version))
    let from = event.ts
    for (const due of dues) {
      const instant = new Date(due).getTime()
      for (const hop of hopsTo(instant, from)) await step.sleepUntil(`wait until ${hop.toISOString()}`, hop)
      await step.sendEvent(`notice due at ${due}`, noticesDue.create({ worksReference }))
      from = instant
    }
    return { dues }
  },
)
