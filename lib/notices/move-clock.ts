import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canMoveDemoClock } from '@/lib/auth/policies'
import { canMoveClock } from '@/lib/channels/clock-guard'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError, badInput } from '@/lib/errors'
import { findNextDue } from './queries'
import { runDueWork } from './run-due-work'

/** Where the clock goes: to the next notice, to an instant ahead, or back to real time. */
export type ClockMove = 'next' | 'reset' | Date

/** The installation's clock shows this instant from `realNow` on, and runs on from there. */
async function setClock(instant: Date, realNow: Date): Promise<void> {
  const offsetMs = BigInt(instant.getTime() - realNow.getTime())
  await database().installationClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs }, update: { offsetMs } })
}

async function findTarget(move: ClockMove, current: Date, realNow: Date): Promise<Date> {
  if (move === 'reset') return realNow
  if (move === 'next') {
    const due = await findNextDue(database(), current)
    if (!due) throw new AppError('conflict', { reason: 'no_next_notice' })
    return due
  }
  if (move <= current) throw badInput('clock_only_forward', 'to', { now: current.toISOString() })
  return move
}

/**
 * Moves the demo's clock and does at once what falls due on the way, each notice at its own instant. Returns what the clock shows then.
 *
 * Throws `forbidden` where a real channel is configured, `conflict` when there is no next notice, `bad_input` for an instant behind.
 */
export async function moveClock(actor: Actor, move: ClockMove, realNow: Date): Promise<Date> {
  requirePolicy(actor, canMoveDemoClock(actor))
  if (!canMoveClock(env())) throw new AppError('forbidden', { reason: 'clock_is_real' })
  const clock = await database().installationClock.findUnique({ where: { id: 1 } })
  const current = new Date(realNow.getTime() + Number(clock?.offsetMs ?? 0))
  const target = await findTarget(move, current, realNow)
  for (let due = await findNextDue(database(), current); due && due <= target; due = await findNextDue(database(), due)) {
    await setClock(due, realNow)
    await runDueWork(due)
  }
  await setClock(target, realNow)
  if (target > current) await runDueWork(target)
  await recordAudit(
    database(),
    actor,
    { action: 'clock.move', subject: 'clock', before: { now: current.toISOString() }, after: { now: target.toISOString() } },
    realNow,
  )
  return target
}
