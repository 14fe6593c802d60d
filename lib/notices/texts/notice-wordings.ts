import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { NoticeWording, WordingPiece } from '../message-check/wording'
import { formatEnd, formatWindow } from './format-windows'
import { noticeFrame, type RenderContext } from './notice-frame'
import { SLOTS, shortSentences, spellShort } from './render-short'

/** Counts that have words of their own in some language ("and 2 more addresses"). */
const COUNTS = [1, 2, 5, 11, 21]

const optional = (text: string): WordingPiece => ({ text, isOptional: true })

function wordingsIn(context: RenderContext, locale: Locale): NoticeWording[] {
  const { facts, utility } = context
  const frame = noticeFrame(context, locale)
  const spell = spellShort(utility.transliterateSms)
  const times = (style: 'short' | 'long') => ({
    whens: facts.windows.map((window) => formatWindow(window, locale, utility.zone, style)),
    ends: facts.windows.map((window) => formatEnd(window, locale, utility.zone, style)),
  })
  const { head, extras, tail } = shortSentences(frame.short, utility.sender, frame.words)
  const moreTimes = facts.windows.map((_window, index) => frame.words('andMoreTimes', { count: index + 1 }))
  const short = times('short')
  const places = `${frame.where}:\n${SLOTS.where}`
  const email = frame.long([SLOTS.when], [SLOTS.end], 'email')
  const chat = frame.long([SLOTS.when], [SLOTS.end], 'chat')
  const andMore = COUNTS.map((count) => frame.words('andMore', { count }))
  const footer = translator(locale, 'email')
  const poster = frame.poster ? [optional(frame.poster)] : []
  return [
    {
      pieces: [{ text: spell(head) }, ...extras.map((extra) => optional(spell(extra))), { text: spell(tail) }],
      whens: [...short.whens, ...moreTimes].map(spell),
      ends: short.ends.map(spell),
      placeWords: andMore.map(spell),
    },
    {
      pieces: [
        optional(email.subject),
        { text: email.before },
        optional(places),
        ...poster,
        { text: email.after },
        optional(footer('why', { utility: utility.name })),
        optional(footer('unsubscribe')),
      ],
      ...times('long'),
      placeWords: [],
    },
    { pieces: [{ text: chat.before }, optional(places), ...poster, { text: chat.after }], ...times('long'), placeWords: andMore },
  ]
}

/**
 * Every wording in which a notice may reach somebody, with slots where the reader's own windows and places stand. In all languages and for all
 * channels, whoever is told: what is kept of a notice must not say who reads it, and how. Pure.
 */
export function noticeWordings(context: RenderContext): NoticeWording[] {
  return LOCALES.flatMap((locale) => wordingsIn(context, locale))
}
