import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import type { Locale } from '@/lib/i18n/locales'
import type { Effect, Outcome } from './bots'
import type { EffectContext } from './chat'
import { findChatFollows } from './chat-queries'
import { dropFollow, leavePlace } from './effects/drop-follows'
import { findPlace, findPlacesNear, getPlaceOrNull } from './effects/find-places'
import { findPlanned } from './effects/find-planned'
import { followPlace } from './effects/follow-place'
import { linkChat } from './effects/link-chat'
import { noteWords, setLanguage, startAgain, stopAll } from './effects/open-and-close'
import { checkNumber, prove } from './effects/prove'
import { labelFollow } from './label-follow'

/** What came of an effect, and what the dialogue remembers from then on. */
export interface EffectResult {
  outcome: Outcome
  /** Whom the chat speaks for. */
  personId?: number
  language?: Locale
}

async function run(context: EffectContext, effect: Effect): Promise<EffectResult> {
  switch (effect.do) {
    case 'check_number':
      return { outcome: await checkNumber(effect.number) }
    case 'prove':
      return prove(context, effect.number, effect.proof)
    case 'find':
      return { outcome: await findPlace(effect) }
    case 'find_near':
      return { outcome: await findPlacesNear(effect) }
    case 'name_place':
      return { outcome: { is: 'named', to: effect.to, place: await getPlaceOrNull(effect.id) } }
    case 'follow':
      return followPlace(context, effect.id, effect.label)
    case 'list': {
      const found = await findChatFollows(database(), context.chat)
      const follows = found.map((follow) => ({ id: follow.id, label: labelFollow(follow, context.language) }))
      return { outcome: { is: 'listed', to: effect.to, follows } }
    }
    case 'drop':
      return { outcome: await dropFollow(context, effect.id) }
    case 'leave':
      return { outcome: await leavePlace(context, effect.id) }
    case 'stop':
      return { outcome: await stopAll(context) }
    case 'start':
      return { outcome: await startAgain(context, effect.isOpened, effect.isAsked) }
    case 'link':
      return linkChat(context, effect.token)
    case 'planned':
      return { outcome: await findPlanned(context, effect.id) }
    case 'note':
      return { outcome: await noteWords(context, effect.text) }
    case 'speak':
      return { outcome: await setLanguage(context, effect.language), language: effect.language }
  }
}

/**
 * Does what the dialogue wants done. Each effect may be done again: an update whose answer was lost, or two devices at once, repeat it. What a use
 * case refuses comes back as `refused`; faults of ours are thrown.
 */
export async function runEffect(context: EffectContext, effect: Effect): Promise<EffectResult> {
  try {
    return await run(context, effect)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { reason, field = null, params = {} } = error.detail
    return { outcome: { is: 'refused', reason, field, params } }
  }
}
