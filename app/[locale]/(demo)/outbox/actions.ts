'use server'

import { refresh } from 'next/cache'
import { runAction } from '@/lib/http/action'
import { moveClock } from '@/lib/notices/move-clock'

/** Moves the demo's clock to the next notice, or back to real time. */
export async function moveClockAction(to: 'next' | 'reset') {
  const result = await runAction(async (actor) => (await moveClock(actor, to === 'reset' ? 'reset' : 'next', new Date())).toISOString())
  refresh()
  return result
}
