import { feedRoute } from '@/lib/http/feed-route'
import { getWorksFeed } from '@/lib/works/feeds/atom/get-works-feed'

/** GET /feeds/works.atom: all works, `?municipality=`, `?service=`, `?bbox=`, `?lang=`. */
export const GET = feedRoute({ type: 'application/atom+xml; charset=utf-8' }, ({ query, now }) => getWorksFeed(query, now))
