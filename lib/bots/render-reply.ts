import { listChannels } from '@/lib/contacts/replies'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { formatEnd, formatWindow } from '@/lib/notices/texts/format-windows'
import type { Utility } from '@/lib/utility/utility'
import type { BotChannel, Button, PlannedOutage, PlannedPlace, Reply, Say } from './bots'

/** A button with finished words: pressed, it says `act` to us, or sends the location. */
export type RenderedButton = { text: string; act: string } | { text: string; asks: 'location' }

/** An answer in one language, for any messenger. */
export interface RenderedReply {
  text: string
  buttons: RenderedButton[][]
}

export interface ReplyContext {
  utility: Pick<Utility, 'name' | 'zone' | 'phone' | 'phoneHours'>
  channel: BotChannel
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
}

/** Windows of one address that fit a chat; the page has the others. */
const MOST_OUTAGES = 6
/** Addresses that an answer has room for: whoever manages more looks at the page. */
const MOST_PLACES = 8
/** Characters: Telegram takes 4,096, and nobody reads so many. */
const LONGEST_TEXT = 4_000
/** Letters that a button has room for. */
const LONGEST_BUTTON = 60

type Words = ReturnType<typeof translator>

/** A half of a letter at the cut would be none: no database keeps it. */
function cut(text: string, most: number): string {
  const kept = text.slice(0, most - 1).replace(/\p{Cs}/gu, '')
  return text.length > most ? `${kept.trimEnd()}…` : text
}

function sayOutage(outage: PlannedOutage, words: Words, locale: Locale, zone: string): string {
  const window = { start: new Date(outage.start), end: new Date(outage.end) }
  const key = outage.state === 'coming' ? 'outage.line' : `outage.${outage.state}`
  const service = words('service', { service: outage.service })
  return words(key, {
    service: service.charAt(0).toUpperCase() + service.slice(1),
    when: formatWindow(window, locale, zone, 'long'),
    end: formatEnd(window, locale, zone, 'long'),
    title: outage.title,
  })
}

function sayPlace(place: PlannedPlace, words: Words, locale: Locale, { utility, publicUrl }: ReplyContext): string {
  if (place.status === 'unknown') return `${place.label}\n${words('outage.unknown', { phone: utility.phone })}`
  const lines = place.outages.slice(0, MOST_OUTAGES).map((outage) => sayOutage(outage, words, locale, utility.zone))
  const none = place.status === 'none_planned' ? [words('outage.none')] : []
  const link = `${publicUrl}/${locale}/addresses/${place.id}`
  const more = place.outages.length > 0 ? [place.outages.length > MOST_OUTAGES ? words('outage.more', { link }) : link] : []
  return [place.label, ...none, ...lines, ...more].join('\n')
}

function sayPlanned(places: PlannedPlace[], words: Words, locale: Locale, context: ReplyContext): string {
  const said = places.slice(0, MOST_PLACES).map((place) => sayPlace(place, words, locale, context))
  const more = places.length > MOST_PLACES ? [words('outage.more', { link: `${context.publicUrl}/${locale}` })] : []
  return [...said, ...more].join('\n\n')
}

/** Writes an answer out in one language. What it says at most is what a messenger takes. Pure. */
export function renderReply({ says, buttons }: Reply, locale: Locale, context: ReplyContext): RenderedReply {
  const words = translator(locale, 'bot')
  const errors = translator(locale, 'errors')
  const { utility, channel } = context
  const common = {
    utility: utility.name,
    phone: utility.phone,
    hours: utility.phoneHours || 'none',
    channel: translator(locale, 'inbound')(`channel.${channel}`),
  }

  function paragraph(part: Say): string {
    if ('say' in part) return words(part.say, { ...common, ...part.values })
    if ('error' in part) return errors(part.error, part.values)
    if ('numbered' in part) return part.numbered.map((line, index) => `${index + 1}. ${line}`).join('\n')
    if ('channels' in part) return words('remaining', { channels: listChannels(part.channels, locale) })
    return sayPlanned(part.planned, words, locale, context)
  }

  function button(one: Button): RenderedButton {
    const text = cut(typeof one.label === 'string' ? words(`button.${one.label}`) : one.label.text, LONGEST_BUTTON)
    return 'act' in one ? { text, act: one.act } : { text, asks: one.asks }
  }

  return { text: cut(says.map(paragraph).join('\n\n'), LONGEST_TEXT), buttons: buttons.map((row) => row.map(button)) }
}
