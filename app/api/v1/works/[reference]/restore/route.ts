import { sendWorksEvent } from '@/inngest/send-works-event'
import { keyedRoute } from '@/lib/http/keyed-route'
import { type RestoreBody, restoreBody } from '@/lib/works/request-bodies'
import { restoreWorks } from '@/lib/works/restore-works'

interface Params {
  reference: string
}

/** POST /api/v1/works/{reference}/restore */
export const POST = keyedRoute<Params, RestoreBody>({ scope: 'works:write', body: restoreBody }, async ({ actor, params, now }) => {
  const restored = await restoreWorks(actor, { reference: params.reference }, now)
  await sendWorksEvent('works/published', restored)
  return restored
})
