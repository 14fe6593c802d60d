import { z } from 'zod'
import { type Db, database } from '@/lib/db/client'

/** What is kept of a provider's rate: the rest lets calls that came out of step (rate-gate.ts) fall in again. */
const KEPT = 0.98

const reserved = z.array(z.object({ waitMs: z.coerce.number() })).length(1)

/**
 * Reserves the next `units` of a sender's rate (units a second), among all workers, and gives back how many milliseconds to wait until their
 * turn. In real time, by the database's clock.
 *
 * A token bucket of one unit, kept as the instant of the next one (the virtual scheduling form of the generic cell rate algorithm, ITU-T I.371).
 */
export async function reservePace(sender: string, units: number, rate: number | null): Promise<number> {
  if (rate === null) return 0
  const seconds = units / (rate * KEPT)
  const rows = await database().$queryRaw`
    INSERT INTO sender_pace AS pace (sender, next_at) VALUES (${sender}, clock_timestamp() + ${seconds}::float8 * interval '1 second')
    ON CONFLICT (sender) DO UPDATE
      SET next_at = greatest(pace.next_at, pace.blocked_until, clock_timestamp()) + ${seconds}::float8 * interval '1 second'
    RETURNING 1000 * extract(epoch FROM next_at - ${seconds}::float8 * interval '1 second' - clock_timestamp()) AS "waitMs"`
  return Math.max(0, reserved.parse(rows)[0]?.waitMs ?? 0)
}

/** Leaves a sender alone for as long as its provider asked. */
export async function blockSender(db: Db, sender: string, seconds: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO sender_pace AS pace (sender, next_at, blocked_until)
    VALUES (${sender}, clock_timestamp(), clock_timestamp() + ${seconds}::float8 * interval '1 second')
    ON CONFLICT (sender) DO UPDATE SET blocked_until = greatest(pace.blocked_until, excluded.blocked_until)`
}

const pace = z.array(z.object({ blockedMs: z.coerce.number(), aheadMs: z.coerce.number() }))

/** For how many milliseconds a sender has still to be left alone, and how far ahead its turns are given away already. */
export async function getPace(sender: string): Promise<z.infer<typeof pace>[number]> {
  const rows = await database().$queryRaw`
    SELECT greatest(0, 1000 * extract(epoch FROM greatest(blocked_until, '1970-01-01') - clock_timestamp())) AS "blockedMs",
           greatest(0, 1000 * extract(epoch FROM next_at - clock_timestamp())) AS "aheadMs"
    FROM sender_pace WHERE sender = ${sender}`
  return pace.parse(rows)[0] ?? { blockedMs: 0, aheadMs: 0 }
}
