import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { MessageButton } from '@/lib/channels/channels'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { ConcernedPlace } from '../concern-queries'
import type { RenderContext } from './notice-frame'

/** So many addresses have a button each; of more, somebody chooses in the dialogue. */
const MOST_PLACES = 3
/** Letters that a button has room for. */
const LONGEST = 60

/**
 * What stands below a notice in a chat: the calendar of its one address, the works on the map, and a stop for each address. Equal for all who read the same
 * text. What the stops say is read by lib/bots; it concerns the chat alone in which they are pressed: one that only stands in for another contact has
 * none (`isOwn`). Pure.
 */
export function noticeButtons(
  { facts, publicUrl }: RenderContext,
  places: ConcernedPlace[],
  isOwn: boolean,
  locale: Locale,
): MessageButton[][] {
  const words = translator(locale, 'bot.button')
  const [first] = places
  const calendar = first && places.length === 1 ? [{ text: words('calendar'), url: `${publicUrl}/addresses/${first.id}/calendar.ics` }] : []
  const map = [{ text: words('map'), url: `${publicUrl}/${locale}/works/${facts.reference}` }]
  if (!isOwn) return [[...calendar, ...map]]
  if (places.length > MOST_PLACES) return [map, [{ text: words('leave_some'), act: 'remove' }]]
  const stops = places.map(({ id, street, number, suffix }) => {
    const text = words('leave', { place: `${street} ${formatHouseNumber({ number, suffix })}` })
    return [{ text: text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text, act: `leave:${id}` }]
  })
  return [[...calendar, ...map], ...stops]
}
