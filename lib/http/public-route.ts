import { answer } from './answer'
import { clientAddress } from './client-address'
import { PUBLIC_LIMIT } from './rate-limit'
import { requestInstant } from './request-instant'

export interface PublicCall<Params> {
  params: Params
  query: URLSearchParams
  now: Date
}

/** Short enough that nobody reads a stale answer for long, long enough that a crowd on one address costs little. */
const CACHE = 'public, max-age=15'

/** A handler that anyone may call: returns JSON, limited by address, failures as problem documents. */
export function publicRoute<Params = object>(work: (call: PublicCall<Params>) => Promise<object>) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> =>
    answer(request, async () => {
      await PUBLIC_LIMIT.take(clientAddress(request.headers))
      const params = await context.params
      const body = await work({ params, query: new URL(request.url).searchParams, now: await requestInstant() })
      return Response.json(body, { headers: { 'Cache-Control': CACHE } })
    })
}
