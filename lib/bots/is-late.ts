import type { Heard } from './bots'
import type { KeptDialogue } from './dialogue-queries'
import { readWord } from './read-word'

/** Milliseconds: what comes later than that comes after a pause, not out of order. */
const TOGETHER = 10 * 60_000

/**
 * Whether a text comes after one that was written later, and answers a question that may not be the one asked now: then it is asked again, not taken for
 * the wrong answer. What means the same at any time (a command, a button, a word like "help") is never too late. Pure.
 */
export function isLate(heard: Heard, order: number, kept: Pick<KeptDialogue, 'order' | 'step' | 'updatedAt'>, now: Date): boolean {
  if (heard.kind !== 'text' || kept.step.at === 'home' || kept.updatedAt === null) return false
  if (order >= kept.order || now.getTime() - kept.updatedAt.getTime() > TOGETHER) return false
  const word = readWord(heard.text, true)
  return word === null || word === 'yes' || word === 'no'
}
