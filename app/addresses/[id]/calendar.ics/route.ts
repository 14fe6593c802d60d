import { feedRoute } from '@/lib/http/feed-route'
import { getAddressCalendar } from '@/lib/works/feeds/calendar/get-address-calendar'

/** GET /addresses/{id}/calendar.ics: the calendar of one address, `?lang=`. */
export const GET = feedRoute<{ id: string }>(
  { type: 'text/calendar; charset=utf-8', fileName: 'preavviso.ics' },
  ({ params, query, now }) => getAddressCalendar(params.id, query.get('lang'), now),
)
