import type { MessageState } from '@/lib/db/generated/enums'

/** How many messages are in each state. */
export type MessageCounts = Record<MessageState, number>

/** What a notice promised, and what became of it. Stand-ins are counted apart: they are second messages of people who count already. */
export interface NoticeCounts {
  /** How many messages opening it wrote; null before that. */
  audience: number | null
  counts: MessageCounts
}

/**
 * - `not_opened`: nobody is meant to know yet.
 * - `under_way`: everybody is accounted for, and some messages are still on their way.
 * - `closes`: everybody is accounted for, and each message has come to its end.
 * - `differs`: messages are missing or too many. That must not be.
 */
export type Reconciliation = 'not_opened' | 'under_way' | 'closes' | 'differs'

/** Messages of which nobody knows yet what becomes of them. */
export function countOnTheirWay(counts: MessageCounts): number {
  return counts.queued + counts.sending
}

function sum(counts: MessageCounts): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

/** Whether people and messages come to the same, and how far the messages are. */
export function reconcile({ audience, counts }: NoticeCounts): Reconciliation {
  if (audience === null) return sum(counts) === 0 ? 'not_opened' : 'differs'
  if (sum(counts) !== audience) return 'differs'
  return countOnTheirWay(counts) > 0 ? 'under_way' : 'closes'
}

/** Whether a notice may be called done: as many messages as people, none of them still on its way. */
export function doesCountClose(notice: NoticeCounts): boolean {
  return reconcile(notice) === 'closes'
}
