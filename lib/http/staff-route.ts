import type { Actor } from '@/lib/auth/actor'
import { currentInstant } from '@/lib/clock'
import { answer } from './answer'
import { currentStaff } from './current-actor'

export interface StaffCall<Params> {
  /** Whoever is signed in; else the public, whom the use case refuses. */
  actor: Actor
  params: Params
  query: URLSearchParams
  now: Date
}

/** A handler for what staff download: answers with what `work` returns, failures as problem documents. */
export function staffRoute<Params>(work: (call: StaffCall<Params>) => Promise<Response>) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> =>
    answer(request, async () => {
      const query = new URL(request.url).searchParams
      return work({ actor: await currentStaff(), params: await context.params, query, now: await currentInstant() })
    })
}
