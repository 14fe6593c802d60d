import { feedRoute } from '@/lib/http/feed-route'
import { getAddressFeed } from '@/lib/works/feeds/atom/get-address-feed'

/** GET /feeds/addresses/{id}.atom: what is told of one address, `?lang=`. */
export const GET = feedRoute<{ file: string }>({ type: 'application/atom+xml; charset=utf-8' }, ({ params, query, now }) =>
  getAddressFeed(params.file.replace(/\.atom$/, ''), query.get('lang'), now),
)
