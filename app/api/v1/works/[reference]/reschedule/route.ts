import { sendWorksEvent } from '@/inngest/send-works-event'
import { keyedRoute } from '@/lib/http/keyed-route'
import { type RescheduleBody, rescheduleBody } from '@/lib/works/request-bodies'
import { rescheduleWorks } from '@/lib/works/reschedule-works'

interface Params {
  reference: string
}

/** POST /api/v1/works/{reference}/reschedule */
export const POST = keyedRoute<Params, RescheduleBody>(
  { scope: 'works:write', body: rescheduleBody },
  async ({ actor, params, body, now }) => {
    const moved = await rescheduleWorks(actor, { ...body, reference: params.reference }, now)
    if (moved.state !== 'draft') await sendWorksEvent('works/published', moved)
    return moved
  },
)
