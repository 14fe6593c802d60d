import { publicRoute } from '@/lib/http/public-route'
import { getPublicWorks } from '@/lib/works/get-public-works'

/** GET /api/v1/works/{reference} */
export const GET = publicRoute<{ reference: string }>(({ params, now }) => getPublicWorks(params.reference, now))
