import { sendWorksEvent } from '@/inngest/send-works-event'
import { keyedRoute } from '@/lib/http/keyed-route'
import { publishWorks } from '@/lib/works/publish-works'
import { type PublishBody, publishBody } from '@/lib/works/request-bodies'

interface Params {
  reference: string
}

/** POST /api/v1/works/{reference}/publish */
export const POST = keyedRoute<Params, PublishBody>({ scope: 'works:write', body: publishBody }, async ({ actor, params, body, now }) => {
  const published = await publishWorks(actor, { ...body, reference: params.reference }, now)
  await sendWorksEvent('works/published', published)
  return published
})
