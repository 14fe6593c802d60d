import { createHash } from 'node:crypto'
import { askInTime } from '@/lib/db/ask-in-time'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { answer } from './answer'
import { clientAddress } from './client-address'
import { clientKey } from './client-key'
import type { PublicCall } from './public-route'
import { PAGE_LIMIT } from './rate-limit'
import { requestInstant } from './request-instant'
import { knownTags, taggedResponse } from './tagged-response'

interface FeedOptions {
  /** With its charset where the type has one. */
  type: string
  /** For programs that keep it as a file. */
  fileName?: string
}

/** Short enough for a publication to be seen by whoever asks again, long enough that a crowd costs little. */
const CACHE = 'public, max-age=15'

/** So long, in seconds, whoever asked waits when we cannot look. */
const RETRY = 60

/** Answers of whatever kind but ours (the database is away) say that nothing is known: an empty feed would say that nothing is planned. */
async function orUnavailable(work: () => Promise<string>): Promise<string> {
  try {
    return await askInTime(work)
  } catch (error) {
    if (error instanceof AppError) throw error
    logger.error({ err: error }, 'a feed cannot be written')
    throw new AppError('unavailable', { reason: 'feed_unavailable', params: { seconds: RETRY } })
  }
}

const tagOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url').slice(0, 27)

/**
 * A handler for a feed that anyone may follow: text of one type with a tag, 304 for whoever has it, limited by address, failures as problem documents.
 * While the database does not answer it is 503 with a time to wait.
 */
export function feedRoute<Params = object>({ type, fileName }: FeedOptions, work: (call: PublicCall<Params>) => Promise<string>) {
  return (request: Request, context: { params: Promise<Params> }): Promise<Response> =>
    answer(request, async () => {
      await PAGE_LIMIT.take(clientKey(clientAddress(request.headers)))
      const [params, query] = [await context.params, new URL(request.url).searchParams]
      const bytes = new TextEncoder().encode(await orUnavailable(async () => work({ params, query, now: await requestInstant() })))
      const tag = tagOf(bytes)
      return taggedResponse(tag, knownTags(request).includes(tag) ? null : bytes, {
        'Content-Type': type,
        'Cache-Control': CACHE,
        'Access-Control-Allow-Origin': '*',
        ...(fileName && { 'Content-Disposition': `inline; filename="${fileName}"` }),
      })
    })
}
