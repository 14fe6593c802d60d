import type { NoticeKind } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import { posterUrl } from '@/lib/works/poster/poster-link'
import type { NoticeFacts } from '../notices'
import type { ShortFrame, Words } from './render-short'

export interface RenderContext {
  facts: NoticeFacts
  utility: Pick<Utility, 'name' | 'sender' | 'phone' | 'zone' | 'transliterateSms'>
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
  /** What links to posters are signed with; without it there are none. */
  signingSecret?: string | undefined
}

/** Kinds that share their words: until the day itself every stage tells the same plan. */
type Wording = 'planned' | 'same_day' | 'changed' | 'cancelled' | 'extended' | 'restored'
const WORDING: Record<NoticeKind, Wording> = {
  legal: 'planned',
  advance: 'planned',
  day_before: 'planned',
  same_day: 'same_day',
  changed: 'changed',
  cancelled: 'cancelled',
  extended: 'extended',
  restored: 'restored',
}

/** What everybody reads alike whom the same windows hit; the places go between `before` and `after`. */
export interface LongFrame {
  subject: string
  before: string
  after: string
}

export interface NoticeFrame {
  words: Words
  short: ShortFrame
  /** Of windows and of the returns of supply, in words. */
  long: (times: string[], ends: string[], stop: 'email' | 'chat') => LongFrame
  /** What stands above the places. */
  where: string
  /** Where the notice for stairwells is, for building managers; null where nothing is to be hung up. */
  poster: string | null
}

const GAP = '\n\n'

/** The words of one notice in one language, before anybody's windows and places are filled in. Pure. */
export function noticeFrame({ facts, utility, publicUrl, signingSecret }: RenderContext, locale: Locale): NoticeFrame {
  const words = translator(locale, 'notice')
  const wording = WORDING[facts.kind]
  const supply = words('service', { service: facts.service })
  const link = `${publicUrl}/${locale}/works/${facts.reference}`
  const isOn = wording !== 'cancelled' && wording !== 'restored'
  const short = {
    wording,
    supply: words('shortService', { service: facts.service }),
    link,
    // What staff advise themselves is too long for an SMS, and may say something else.
    advice: isOn && facts.advice === '' ? words(`shortAdvice.${facts.service}`) : null,
  }
  return {
    words,
    short,
    where: words('label.where'),
    poster: isOn && signingSecret ? `${words('label.poster')}:\n${posterUrl(facts.reference, locale, publicUrl, signingSecret)}` : null,
    long: (times, ends, stop) => {
      const planned = [facts.workType?.[locale], facts.reason].filter(Boolean).join('. ')
      const reason = wording === 'cancelled' ? facts.cancelReason : planned
      // A chat has no subject: its first line says which stage this is.
      const stage = stop === 'chat' ? [`${words(`kind.${facts.kind}`)}: ${supply}`] : []
      const before = [...stage, words(`lead.${wording}`, { utility: utility.name, supply }), `${words('label.when')}:\n${times.join('\n')}`]
      const after = [
        isOn && `${words('label.back')}: ${ends.join('; ')}`,
        reason && `${words('label.why')}: ${reason}`,
        isOn && `${words('label.advice')}: ${facts.advice || words(`advice.${facts.service}`)}`,
        `${words('label.more')}: ${link}`,
        `${words('label.questions')}: ${[utility.phone, isOn && facts.contact].filter(Boolean).join('; ')}`,
        `${utility.name}\n${words(`stop.${stop}`)}`,
      ]
      const subject = words(`subject.${wording}`, { supply, when: times[0] ?? '' })
      return { subject, before: before.join(GAP), after: after.filter(Boolean).join(GAP) }
    },
  }
}
