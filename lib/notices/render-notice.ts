import type { NoticeKind } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import type { StoredWindow } from '@/lib/works/works'
import { formatEnd, formatWindow } from './format-windows'
import type { Concern, NoticeFacts, RenderedMessage } from './notices'

export interface RenderContext {
  facts: NoticeFacts
  utility: Pick<Utility, 'name' | 'sender' | 'phone' | 'zone'>
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

/** An SMS names at most so many addresses and windows; its link shows the rest. */
const NAMED_IN_SHORT = 2

export type Rendering = 'short' | 'long'
export type Render = (concern: Concern, rendering: Rendering) => RenderedMessage

function joinSome(items: string[], andMore: (count: number) => string): string {
  const named = items.slice(0, NAMED_IN_SHORT).join(', ')
  return items.length > NAMED_IN_SHORT ? `${named} ${andMore(items.length - NAMED_IN_SHORT)}` : named
}

/**
 * The texts of one notice in one language; what the reader's own addresses and windows are is filled in for each person.
 *
 * `short` is an SMS, `long` an e-mail or a chat. Pure: no clock, no database. Hours are the utility's.
 */
export function createRenderer({ facts, utility, publicUrl }: RenderContext, locale: Locale): Render {
  const words = translator(locale, 'notice')
  const wording = WORDING[facts.kind]
  const supply = words('service', { service: facts.service })
  const link = `${publicUrl}/${locale}/works/${facts.reference}`
  const ownWindows = ({ windowIds }: Concern) => facts.windows.filter((window) => windowIds.includes(window.id))

  function renderShort(concern: Concern): RenderedMessage {
    const windows = ownWindows(concern)
    const when = joinSome(
      windows.map((window) => formatWindow(window, locale, utility.zone, 'short')),
      (count) => words('andMoreTimes', { count }),
    )
    const where = joinSome(concern.addresses, (count) => words('andMore', { count }))
    const end = windows.at(-1) ? formatEnd(windows.at(-1) as StoredWindow, locale, utility.zone, 'short') : ''
    return { subject: null, text: words(`short.${wording}`, { sender: utility.sender, supply, when, where, end, link }) }
  }

  function renderLong(concern: Concern): RenderedMessage {
    const windows = ownWindows(concern)
    const times = windows.map((window) => formatWindow(window, locale, utility.zone, 'long'))
    const ends = windows.map((window) => formatEnd(window, locale, utility.zone, 'long'))
    const isOn = wording !== 'cancelled' && wording !== 'restored'
    const reason = wording === 'cancelled' ? facts.cancelReason : facts.reason
    const blocks = [
      `${words('label.when')}:\n${times.join('\n')}`,
      `${words('label.where')}:\n${concern.addresses.join('\n')}`,
      isOn && `${words('label.back')}: ${ends.join('; ')}`,
      reason && `${words('label.why')}: ${reason}`,
      isOn && `${words('label.advice')}: ${facts.advice || words(`advice.${facts.service}`)}`,
      `${words('label.more')}: ${link}`,
      `${words('label.questions')}: ${utility.phone}`,
    ]
    const text = [words(`lead.${wording}`, { utility: utility.name, supply }), ...blocks.filter(Boolean), utility.name].join('\n\n')
    return { subject: words(`subject.${wording}`, { supply, when: times[0] ?? '' }), text }
  }

  return (concern, rendering) => (rendering === 'short' ? renderShort(concern) : renderLong(concern))
}
