import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import type { ApiScope } from '@/lib/auth/api-key'
import { currentInstant } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { answer } from './answer'
import { apiKeyActor } from './api-key-actor'
import { clientAddress } from './client-address'
import { clientKey } from './client-key'
import { KEY_LIMIT, PUBLIC_LIMIT } from './rate-limit'
import { readJsonBody } from './read-json-body'

export interface KeyedCall<Params, Body> {
  actor: Actor
  params: Params
  /** What the request carries, parsed; undefined for GET. */
  body: Body
  now: Date
}

interface KeyedRouteOptions<Body> {
  scope: ApiScope
  /** What the request must carry. */
  body?: z.ZodType<Body>
  /** Status of success, 200 unless something is created. */
  status?: number
}

/** A handler for programs with a key of the given scope: JSON in, JSON out, failures as problem documents. */
export function keyedRoute<Params, Body = undefined>(
  options: KeyedRouteOptions<Body>,
  work: (call: KeyedCall<Params, Body>) => Promise<object>,
) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> =>
    answer(request, async () => {
      await PUBLIC_LIMIT.take(clientKey(clientAddress(request.headers)))
      const actor = await apiKeyActor(request.headers)
      await KEY_LIMIT.take(String(actor.id))
      if (!actor.scopes.includes(options.scope)) {
        throw new AppError('forbidden', { reason: 'api_scope_missing', params: { scope: options.scope } })
      }
      const body = (options.body && parseInput(options.body, await readJsonBody(request))) as Body
      const result = await work({ actor, params: await context.params, body, now: await currentInstant() })
      return Response.json(result, { status: options.status ?? 200, headers: { 'Cache-Control': 'no-store' } })
    })
}
