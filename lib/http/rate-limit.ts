import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '@/lib/errors'

export interface RateLimit {
  /** Counts one use by `key`. Throws `too_many_requests`, with the seconds to wait, when there were too many. */
  take: (key: string) => Promise<void>
}

/** At most `points` uses in `seconds` for each key. Counted in this process: two processes allow twice as many. */
export function rateLimit(name: string, points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  return {
    take: async (key) => {
      try {
        await limiter.consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new AppError('too_many_requests', { reason: 'wait_and_retry', params: { seconds: Math.ceil(error.msBeforeNext / 1000) } })
      }
    },
  }
}

/** Many people may share one address (a school, a mobile network), and a look-up is cheap: this stops a flood, not a crowd. */
export const PUBLIC_LIMIT = rateLimit('public', 12_000, 60)

/** Pages from memory cost next to nothing, and a whole school may look at once. */
export const KEPT_PAGE_LIMIT = rateLimit('kept-page', 12_000, 60)

/** Pages that are rendered for one who asks (a search), and what forms send: a household needs a few a minute, and one address may be a town's. */
export const PAGE_LIMIT = rateLimit('page', 3_000, 60)

/** One key is one program. */
export const KEY_LIMIT = rateLimit('key', 6_000, 60)
