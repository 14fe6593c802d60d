import { sendWorksEvent } from '@/inngest/send-works-event'
import { keyedRoute } from '@/lib/http/keyed-route'
import { extendWorks } from '@/lib/works/extend-works'
import { type ExtendBody, extendBody } from '@/lib/works/request-bodies'

interface Params {
  reference: string
}

/** POST /api/v1/works/{reference}/extend */
export const POST = keyedRoute<Params, ExtendBody>({ scope: 'works:write', body: extendBody }, async ({ actor, params, body, now }) => {
  const extended = await extendWorks(actor, { ...body, reference: params.reference }, now)
  await sendWorksEvent('works/published', extended)
  return extended
})
