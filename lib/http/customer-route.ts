import type { Actor } from '@/lib/auth/actor'
import { currentInstant } from '@/lib/clock'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { answer } from './answer'
import { currentCustomerOrPublic } from './current-customer'

export interface CustomerCall {
  /** The customer who is signed in; else the public, whom the use case refuses. */
  actor: Actor
  form: FormData
  now: Date
}

/** Throws `forbidden` for a post that another site's page sent: browsers say where a post comes from. */
function requireOwnOrigin(request: Request): void {
  const origin = request.headers.get('origin')
  if (
    origin !== null &&
    origin !== new URL(env().PUBLIC_URL).origin &&
    new URL(origin, 'http://preavviso.invalid').host !== request.headers.get('host')
  )
    throw new AppError('forbidden', { reason: 'foreign_origin' })
}

/** A handler for what customers download by a form: answers with what `work` returns, failures as problem documents. */
export function customerRoute(work: (call: CustomerCall) => Promise<Response>) {
  return (request: Request): Promise<Response> =>
    answer(request, async () => {
      requireOwnOrigin(request)
      const form = await request.formData().catch(() => new FormData())
      return work({ actor: await currentCustomerOrPublic(), form, now: await currentInstant() })
    })
}
