import { feedRoute } from '@/lib/http/feed-route'
import { getCapIndex } from '@/lib/works/feeds/cap/get-cap-index'

/** GET /feeds/cap.atom: where the latest CAP message of each works is. */
export const GET = feedRoute({ type: 'application/atom+xml; charset=utf-8' }, ({ query, now }) => getCapIndex(query.get('lang'), now))
