import { feedRoute } from '@/lib/http/feed-route'
import { getCapAlert } from '@/lib/works/feeds/cap/get-cap-alert'

/** GET /feeds/cap/{reference}.xml: the latest CAP message of works; with a number before `.xml`, an earlier one. */
export const GET = feedRoute<{ file: string }>({ type: 'application/cap+xml; charset=utf-8' }, ({ params, now }) =>
  getCapAlert(params.file, now),
)
