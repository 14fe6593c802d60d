import type { Sender, SenderRegistry } from '@/lib/channels/channels'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { getPace } from './reserve-pace'

/** Picks by points: of two senders with 70 and 30, `at` (0 to 1) below 0.7 gives the first. */
export function pickByPoints(shares: Array<{ sender: string; points: number }>, at: number): string | null {
  const total = shares.reduce((sum, { points }) => sum + points, 0)
  let left = at * total
  for (const { sender, points } of shares) {
    if (left < points) return sender
    left -= points
  }
  return null
}

/** No more is taken for a sender whose turns are given away so far ahead, in milliseconds: it would be held too long, and more urgent news behind it. */
const FAR_AHEAD = 30_000

async function isFree({ name, rate }: Sender): Promise<boolean> {
  if (rate === null) return true
  const { blockedMs, aheadMs } = await getPace(name)
  return blockedMs === 0 && aheadMs < FAR_AHEAD
}

/** Which of a channel's senders takes the next batch: by their points, and none that its provider asked to leave alone. Null: nobody may now. */
export async function chooseSender(registry: SenderRegistry, channel: Channel): Promise<Sender | null> {
  const senders = registry[channel]
  const areFree = await Promise.all(senders.map(isFree))
  const free = senders.filter((_, index) => areFree[index])
  if (free.length <= 1) return free[0] ?? null
  const stored = await database().senderShare.findMany({ where: { channel }, select: { sender: true, points: true } })
  const pointsOf = new Map(stored.map(({ sender, points }) => [sender, points]))
  const picked = pickByPoints(
    free.map(({ name }) => ({ sender: name, points: pointsOf.get(name) ?? 100 / senders.length })),
    Math.random(),
  )
  return free.find(({ name }) => name === picked) ?? free[0] ?? null
}
