import { keyedRoute } from '@/lib/http/keyed-route'
import { publicRoute } from '@/lib/http/public-route'
import { createWorks } from '@/lib/works/create-works'
import { findPublicWorks } from '@/lib/works/find-public-works'
import { worksInput } from '@/lib/works/works'

/** GET /api/v1/works: all works that run or are to come. */
export const GET = publicRoute(async ({ now }) => ({ asOf: now.toISOString(), works: await findPublicWorks(now) }))

/** POST /api/v1/works: drafts works. */
export const POST = keyedRoute({ scope: 'works:write', body: worksInput, status: 201 }, ({ actor, body, now }) =>
  createWorks(actor, body, now),
)
