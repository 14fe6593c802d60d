import type { Db } from '@/lib/db/client'
import type { Channel, ContactState } from '@/lib/db/generated/enums'
import { queueLetter } from './queue-letter'

/** A week: longer ago it is no news. */
const LIVES = 7 * 24 * 3_600_000

interface Removed {
  channel: Channel
  value: string
  language: string
  state: ContactState
}

/** Tells a contact that was confirmed that it was removed or changed, in case somebody else did it. To the others nothing is said: they never were told. */
export async function tellRemoved(db: Db, { channel, value, language, state }: Removed, now: Date): Promise<void> {
  if (state !== 'confirmed') return
  const notAfter = new Date(now.getTime() + LIVES)
  await queueLetter(db, { kind: 'contact_removed', channel, to: value, language, facts: {}, notAfter }, now)
}
