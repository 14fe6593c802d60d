import { canMoveClock } from '@/lib/channels/clock-guard'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'

/**
 * The instant that this installation takes for now: real time, or in the demo real time plus what the demo's clock was moved by.
 * Only entry points (pages, handlers, commands, the runner) ask; rules get it as an argument.
 */
export async function currentInstant(): Promise<Date> {
  if (!canMoveClock(env())) return new Date()
  const clock = await database().installationClock.findUnique({ where: { id: 1 } })
  return new Date(Date.now() + Number(clock?.offsetMs ?? 0))
}
