import { sendWorksEvent } from '@/inngest/send-works-event'
import { keyedRoute } from '@/lib/http/keyed-route'
import { cancelWorks } from '@/lib/works/cancel-works'
import { type CancelBody, cancelBody } from '@/lib/works/request-bodies'

interface Params {
  reference: string
}

/** POST /api/v1/works/{reference}/cancel */
export const POST = keyedRoute<Params, CancelBody>({ scope: 'works:write', body: cancelBody }, async ({ actor, params, body, now }) => {
  const cancelled = await cancelWorks(actor, { ...body, reference: params.reference }, now)
  await sendWorksEvent('works/cancelled', cancelled)
  return cancelled
})
