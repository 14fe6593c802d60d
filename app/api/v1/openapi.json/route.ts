import { env } from '@/lib/env'
import { publicRoute } from '@/lib/http/public-route'
import { paths } from './paths'
import { schemas } from './schemas'

/** GET /api/v1/openapi.json: describes every route of the API. */
export const GET = publicRoute(async () => ({
  openapi: '3.1.0',
  info: { title: 'Preavviso', version: '1', description: 'Planned interruptions of water, heat, electricity and gas.' },
  servers: [{ url: env().PUBLIC_URL }],
  paths,
  components: { schemas, securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
}))
