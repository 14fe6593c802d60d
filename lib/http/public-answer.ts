import { answer } from './answer'
import { clientAddress } from './client-address'
import { clientKey } from './client-key'
import { PUBLIC_LIMIT } from './rate-limit'

export interface PublicQuestion<Params> {
  params: Params
  query: URLSearchParams
}

/** Short enough that nobody reads a stale answer for long, long enough that a crowd on one address costs little. */
const CACHE = 'public, max-age=15'

/** That we do not know is true for as long as it takes to say it: the next one who asks may be told more. */
function cacheOf(body: object): string {
  return 'status' in body && body.status === 'unknown' ? 'no-store' : CACHE
}

/**
 * A handler that anyone may call: returns JSON, limited by address, failures as problem documents. It knows no time: what is asked of it is the same
 * at any, and the installation's clock costs a query. See publicRoute for the others.
 */
export function publicAnswer<Params = object>(work: (question: PublicQuestion<Params>) => Promise<object>) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> =>
    answer(request, async () => {
      await PUBLIC_LIMIT.take(clientKey(clientAddress(request.headers)))
      const body = await work({ params: await context.params, query: new URL(request.url).searchParams })
      return Response.json(body, { headers: { 'Cache-Control': cacheOf(body) } })
    })
}
