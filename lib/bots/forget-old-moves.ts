import { database } from '@/lib/db/client'

/** Milliseconds. A messenger tries for a day at most to bring an update. */
const UPDATES_KEPT = 2 * 86_400_000
/** Whoever left an account's number half-way a month ago begins anew. */
const STEPS_KEPT = 30 * 86_400_000

/** Forgets what was said to updates of long ago, and where dialogues stood that nobody took up again. Returns how many updates. */
export async function forgetOldMoves(now: Date): Promise<number> {
  const db = database()
  const { count } = await db.botUpdate.deleteMany({ where: { at: { lt: new Date(now.getTime() - UPDATES_KEPT) } } })
  await db.$executeRaw`
    UPDATE bot_dialogue SET state = jsonb_set(state, '{step}', '{"at": "home"}'), revision = revision + 1
    WHERE updated_at < ${new Date(now.getTime() - STEPS_KEPT)} AND state -> 'step' ->> 'at' <> 'home'`
  return count
}
