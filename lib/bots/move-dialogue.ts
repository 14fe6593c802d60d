import type { Locale } from '@/lib/i18n/locales'
import { logger } from '@/lib/logger'
import type { Dialogue, Effect, Heard, Reply, Turn } from './bots'
import type { EffectContext } from './chat'
import { runEffect } from './run-effect'
import { step } from './step'
import { sayMeanwhile } from './turns'

/** Where a dialogue stands next, and what it says. */
export interface Move {
  dialogue: Dialogue
  reply: Reply
  /** Undefined: whoever it was. */
  personId: number | null | undefined
  language: Locale
}

/** More effects for one answer is a circle. */
const MOST_EFFECTS = 4

/** Which effects may be done; a dialogue that needs another is not moved. */
type IsAllowed = (effect: Effect) => boolean

async function move(start: Dialogue, heard: Heard, first: EffectContext, isAllowed: IsAllowed): Promise<Move | null> {
  let context = first
  let turn: Turn = step(start, heard)
  for (let effects = 0; 'effect' in turn; effects++) {
    if (!isAllowed(turn.effect)) return null
    if (effects === MOST_EFFECTS) throw new Error(`The dialogue goes round in circles: ${turn.effect.do}`)
    const { outcome, personId = context.personId, language = context.language } = await runEffect(context, turn.effect)
    context = { ...context, personId, language }
    turn = step(turn.dialogue, outcome)
  }
  return { ...turn, personId: context.personId, language: context.language }
}

/**
 * Goes from what somebody did to an answer, with all that has to be done on the way; null where something has to be that is not allowed. A fault of ours
 * is said as such, and leaves the dialogue where it was.
 */
export async function moveDialogue(
  start: Dialogue,
  heard: Heard,
  context: EffectContext,
  isAllowed: IsAllowed = () => true,
): Promise<Move | null> {
  try {
    return await move(start, heard, context, isAllowed)
  } catch (error) {
    logger.error({ err: error, channel: context.chat.channel }, 'a bot could not answer')
    const turn = sayMeanwhile(start, [{ say: 'trouble' }])
    if ('effect' in turn) throw error
    return { ...turn, personId: context.personId, language: context.language }
  }
}
