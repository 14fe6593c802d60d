import { keyedRoute } from '@/lib/http/keyed-route'
import { getDeliveries } from '@/lib/notices/get-deliveries'

/** GET /api/v1/works/{reference}/deliveries: each notice, how many of its messages are in which state, and whether they come to its people. */
export const GET = keyedRoute<{ reference: string }>({ scope: 'works:read' }, ({ actor, params, now }) =>
  getDeliveries(actor, params.reference, now),
)
