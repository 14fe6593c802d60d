import { keyedRoute } from '@/lib/http/keyed-route'
import { publicRoute } from '@/lib/http/public-route'
import { createWorks } from '@/lib/works/create-works'
import { findFilteredWorks } from '@/lib/works/feeds/find-filtered-works'
import { worksInput } from '@/lib/works/works'

/** GET /api/v1/works: all works that run or are to come, `?municipality=`, `?service=`, `?bbox=`. */
export const GET = publicRoute(async ({ query, now }) => ({ asOf: now.toISOString(), works: await findFilteredWorks(query, now) }))

/** POST /api/v1/works: drafts works. */
export const POST = keyedRoute({ scope: 'works:write', body: worksInput, status: 201 }, ({ actor, body, now }) =>
  createWorks(actor, body, now),
)
