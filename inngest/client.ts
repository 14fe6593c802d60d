import { Inngest } from 'inngest'
import type { Environment } from '@/lib/env'

/** The SDK reads INNGEST_DEV, INNGEST_BASE_URL and the two keys itself. */
export const inngest = new Inngest({ id: 'preavviso' })

/** Whether an Inngest server wakes the functions up; if not, the local runner does the same on a timer. */
export function hasInngest({ INNGEST_DEV, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY }: Environment): boolean {
  const hasDevServer = INNGEST_DEV !== undefined && INNGEST_DEV !== '0'
  return hasDevServer || (INNGEST_EVENT_KEY !== undefined && INNGEST_SIGNING_KEY !== undefined)
}
