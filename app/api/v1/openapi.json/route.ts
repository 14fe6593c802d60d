import { env } from '@/lib/env'
import { publicRoute } from '@/lib/http/public-route'
import { apiDocument } from './document'

/** GET /api/v1/openapi.json: describes every route of the API. */
export const GET = publicRoute(async () => apiDocument(env().PUBLIC_URL))
