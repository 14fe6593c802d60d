import { FORMATS } from '@/lib/i18n/date-formats'
import type { Locale } from '@/lib/i18n/locales'

type Style = 'short' | 'long'

interface Span {
  start: Date
  end: Date
}

/** Thin and no-break spaces and dashes of the locale data would push an Italian SMS out of GSM-7; commas take room and say nothing. */
function plain(text: string): string {
  return text
    .replace(/[\u00a0\u2009\u202f]/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/,(?= )/g, '')
}

/** Making a format costs a millisecond and a megabyte, using it a microsecond: one serves the whole process. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options])
  const format = formats.get(key) ?? new Intl.DateTimeFormat(FORMATS[locale], options)
  formats.set(key, format)
  return format
}

function dayFormat(locale: Locale, zone: string, style: Style): Intl.DateTimeFormat {
  return formatOf(locale, { weekday: style, day: 'numeric', month: style, timeZone: zone })
}

function timeFormat(locale: Locale, zone: string): Intl.DateTimeFormat {
  return formatOf(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone })
}

/** "Tue 1 Dec 08:00-12:30", or with both days where the window goes over midnight. Hours are those of the utility's zone. */
export function formatWindow({ start, end }: Span, locale: Locale, zone: string, style: Style): string {
  const day = dayFormat(locale, zone, style)
  const time = timeFormat(locale, zone)
  const from = `${day.format(start)} ${time.format(start)}`
  const to = day.format(start) === day.format(end) ? time.format(end) : ` ${day.format(end)} ${time.format(end)}`
  return plain(to.startsWith(' ') ? `${from} -${to}` : `${from}-${to}`)
}

/** The instant at which supply is expected back, with its day where that is not the day of the start. */
export function formatEnd({ start, end }: Span, locale: Locale, zone: string, style: Style): string {
  const day = dayFormat(locale, zone, style)
  const time = timeFormat(locale, zone).format(end)
  return plain(day.format(start) === day.format(end) ? time : `${day.format(end)} ${time}`)
}
