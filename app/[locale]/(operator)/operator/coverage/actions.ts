'use server'

import { refresh } from 'next/cache'
import { takeCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { runAction } from '@/lib/http/action'

/** Counts anew, and shows the page with the new count. */
export async function refreshCoverageAction() {
  const result = await runAction((actor, now) => takeCoverageSnapshot(actor, now))
  refresh()
  return result
}
