import { keyedRoute } from '@/lib/http/keyed-route'
import { getWorksDetail } from '@/lib/works/get-works-detail'

/** GET /api/v1/works/{reference}/deliveries: each notice, and how many of its messages are in which state. */
export const GET = keyedRoute<{ reference: string }>({ scope: 'works:read' }, async ({ actor, params, now }) => {
  const { reference, version, state, notices } = await getWorksDetail(actor, params.reference, now)
  return { reference, version, state, asOf: now.toISOString(), notices }
})
