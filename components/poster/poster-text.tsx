import { Text, View } from '@react-pdf/renderer'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Poster } from '@/lib/works/poster/poster'
import { SIZES, STYLE } from './poster-style'

/** As many windows and streets as are read on a sheet; the works page lists all. */
const MOST_WINDOWS = 6
const MOST_STREETS = 12

export interface PosterTextProps {
  poster: Poster
  /** The building that the sheet hangs in; null on a sheet for all. */
  building: string | null
  locale: Locale
  zone: string
  size: keyof typeof SIZES
  isFirst: boolean
}

function Line({ label, children, size }: { label: string; children: string; size: number }) {
  return (
    <Text style={[STYLE.text, { fontSize: size }]}>
      <Text style={STYLE.label}>{label}: </Text>
      {children}
    </Text>
  )
}

/** Everything that the sheet says, in one language. */
export function PosterText({ poster, building, locale, zone, size, isFirst }: PosterTextProps) {
  const t = translator(locale, 'poster')
  const sizes = SIZES[size]
  const { windows, streets, reason, advice, contact, supplyPlaces, wording, service } = poster
  const why = [wording[locale], reason].filter(Boolean).join('. ')
  const shown = windows.slice(0, MOST_WINDOWS).map((window) => ({ key: window.start, ...describeWindow(window, zone, locale) }))
  const places = supplyPlaces.map(({ kind, label, note }) => `${t(`supply.${kind}`)}, ${label}${note ? ` (${note})` : ''}`)
  const listed = streets.slice(0, MOST_STREETS).join(', ') + (streets.length > MOST_STREETS ? ' …' : '')
  return (
    <View style={isFirst ? STYLE.block : STYLE.second}>
      <Text style={[STYLE.title, { fontSize: sizes.title }]}>{t(`title.${service}`)}</Text>
      <Text style={[STYLE.place, { fontSize: sizes.place }]}>{building ?? listed}</Text>
      {shown.map(({ key, day, hours, duration }) => (
        <View key={key} style={STYLE.window} wrap={false}>
          <Text style={[STYLE.day, { fontSize: sizes.day }]}>{day}</Text>
          <Text style={[STYLE.day, { fontSize: sizes.day }]}>{t('hours', { hours })}</Text>
          <Text style={{ fontSize: sizes.text }}>{t('lasts', { duration })}</Text>
        </View>
      ))}
      {windows.length > MOST_WINDOWS && <Text style={STYLE.text}>{t('more_windows', { count: windows.length - MOST_WINDOWS })}</Text>}
      {why && (
        <Line label={t('why')} size={sizes.text}>
          {why}
        </Line>
      )}
      {advice && (
        <Line label={t('advice')} size={sizes.text}>
          {advice}
        </Line>
      )}
      {places.length > 0 && (
        <Line label={t('supply.label')} size={sizes.text}>
          {places.join('; ')}
        </Line>
      )}
      {contact && (
        <Line label={t('contact')} size={sizes.text}>
          {contact}
        </Line>
      )}
    </View>
  )
}
