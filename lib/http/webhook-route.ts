import type { SignedRequest } from '@/lib/channels/webhook-signatures'
import { currentInstant } from '@/lib/clock'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { answer } from './answer'
import { readBody } from './read-body'

/** Viber's greatest message has 30 kB; nobody's callback comes near this. */
const MAX_BYTES = 250_000

interface WebhookOptions {
  /** Whether the provider signed the request; null where we have nothing to check it with. */
  isSigned: (request: SignedRequest) => boolean | null
  /** What to do with what it says, and what to answer. */
  receive: (request: SignedRequest, now: Date) => Promise<Response>
}

/**
 * A handler for a provider's callbacks: reads the raw body once, does nothing before the signature is found right (else 403), and is not there
 * (404) where the provider has no credentials.
 */
export function webhookRoute({ isSigned, receive }: WebhookOptions) {
  return (request: Request): Promise<Response> =>
    answer(request, async () => {
      const { pathname, search } = new URL(request.url)
      const signed = { url: `${env().PUBLIC_URL}${pathname}${search}`, headers: request.headers, body: await readBody(request, MAX_BYTES) }
      const verdict = isSigned(signed)
      if (verdict === null) throw new AppError('not_found', { reason: 'webhook_off' })
      if (!verdict) throw new AppError('forbidden', { reason: 'signature_wrong' })
      return receive(signed, await currentInstant())
    })
}
