import type { NoticeKind } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import type { StoredWindow } from '@/lib/works/works'
import type { Concern, NoticeFacts, RenderedMessage } from '../notices'
import { formatEnd, formatWindow } from './format-windows'
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

const GAP = '\n\n'

/** `make` of a reader's own windows, once for all who share them. */
function memoByWindows<Frame>(all: StoredWindow[], make: (windows: StoredWindow[]) => Frame): (windowIds: number[]) => Frame {
  const known = new Map<string, Frame>()
  return (windowIds) => {
    const key = windowIds.join()
    const frame = known.get(key) ?? make(all.filter((window) => windowIds.includes(window.id)))
    known.set(key, frame)
    return frame
  }
}

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
  const frame = {
    wording,
    supply: words('shortService', { service: facts.service }),
    link,
    // What staff advise themselves is too long for an SMS, and may say something else.
    advice: isOn && facts.advice === '' ? words(`shortAdvice.${facts.service}`) : null,
  }
  const renderShort = createShortRenderer(frame, utility, words)

  /** What everybody reads alike whom these windows hit; the places go between `before` and `after`. */
  function frameLong(windows: StoredWindow[], stop: 'email' | 'chat') {
    const times = windows.map((window) => formatWindow(window, locale, utility.zone, 'long'))
    const ends = windows.map((window) => formatEnd(window, locale, utility.zone, 'long'))
    const planned = [facts.workType?.[locale], facts.reason].filter(Boolean).join('. ')
    const reason = wording === 'cancelled' ? facts.cancelReason : planned
    const before = [words(`lead.${wording}`, { utility: utility.name, supply }), `${words('label.when')}:\n${times.join('\n')}`]
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
  }

  function frameShort(windows: StoredWindow[]) {
    const last = windows.at(-1)
    return {
      times: windows.map((window) => formatWindow(window, locale, utility.zone, 'short')),
      end: last ? formatEnd(last, locale, utility.zone, 'short') : '',
    }
  }

  /** Most readers of a notice share their windows: what follows from these is made once. */
  const frames = memoByWindows(facts.windows, (windows) => ({
    email: frameLong(windows, 'email'),
    chat: frameLong(windows, 'chat'),
    short: frameShort(windows),
  }))
  const where = words('label.where')

  return ({ addresses, windowIds }, rendering) => {
    const own = frames(windowIds)
    if (rendering === 'short') return { subject: null, text: renderShort({ addresses, ...own.short }) }
    const { subject, before, after } = rendering === 'chat' ? own.chat : own.email
    const places = addresses.length > 0 ? `${GAP}${where}:\n${addresses.join('\n')}` : ''
    return { subject, text: `${before}${places}${GAP}${after}` }
  }
}
