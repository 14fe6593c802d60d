import type { NoticeKind } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import { formatEnd, formatWindow } from './format-windows'
import type { Concern, NoticeFacts, RenderedMessage } from './notices'
import { createShortRenderer } from './render-short'

export interface RenderContext {
  facts: NoticeFacts
  utility: Pick<Utility, 'name' | 'sender' | 'phone' | 'zone' | 'transliterateSms'>
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
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

/** `short` is an SMS, `long` an e-mail, `chat` a message to a bot. */
export type Rendering = 'short' | 'long' | 'chat'
export type Render = (concern: Concern, rendering: Rendering) => RenderedMessage

/**
 * The texts of one notice in one language; what the reader's own addresses and windows are is filled in for each person.
 *
 * Pure: no clock, no database. Hours are the utility's.
 */
export function createRenderer({ facts, utility, publicUrl }: RenderContext, locale: Locale): Render {
  const words = translator(locale, 'notice')
  const wording = WORDING[facts.kind]
  const supply = words('service', { service: facts.service })
  const link = `${publicUrl}/${locale}/works/${facts.reference}`
  const isOn = wording !== 'cancelled' && wording !== 'restored'
  const ownWindows = ({ windowIds }: Concern) => facts.windows.filter((window) => windowIds.includes(window.id))

  const frame = {
    wording,
    supply: words('shortService', { service: facts.service }),
    link,
    // What staff advise themselves is too long for an SMS, and may say something else.
    advice: isOn && facts.advice === '' ? words(`shortAdvice.${facts.service}`) : null,
  }
  const renderShort = createShortRenderer(frame, utility, words)

  function renderLong(concern: Concern, stop: 'email' | 'chat'): RenderedMessage {
    const windows = ownWindows(concern)
    const times = windows.map((window) => formatWindow(window, locale, utility.zone, 'long'))
    const ends = windows.map((window) => formatEnd(window, locale, utility.zone, 'long'))
    const reason = wording === 'cancelled' ? facts.cancelReason : facts.reason
    const blocks = [
      words(`lead.${wording}`, { utility: utility.name, supply }),
      `${words('label.when')}:\n${times.join('\n')}`,
      concern.addresses.length > 0 && `${words('label.where')}:\n${concern.addresses.join('\n')}`,
      isOn && `${words('label.back')}: ${ends.join('; ')}`,
      reason && `${words('label.why')}: ${reason}`,
      isOn && `${words('label.advice')}: ${facts.advice || words(`advice.${facts.service}`)}`,
      `${words('label.more')}: ${link}`,
      `${words('label.questions')}: ${utility.phone}`,
      `${utility.name}\n${words(`stop.${stop}`)}`,
    ]
    return { subject: words(`subject.${wording}`, { supply, when: times[0] ?? '' }), text: blocks.filter(Boolean).join('\n\n') }
  }

  return (concern, rendering) => {
    if (rendering !== 'short') return renderLong(concern, rendering === 'chat' ? 'chat' : 'email')
    const windows = ownWindows(concern)
    const times = windows.map((window) => formatWindow(window, locale, utility.zone, 'short'))
    const last = windows.at(-1)
    const end = last ? formatEnd(last, locale, utility.zone, 'short') : ''
    return { subject: null, text: renderShort({ addresses: concern.addresses, times, end }) }
  }
}
