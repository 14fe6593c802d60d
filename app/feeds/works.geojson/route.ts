import { feedRoute } from '@/lib/http/feed-route'
import { getWorksGeojson } from '@/lib/works/feeds/get-works-geojson'

/** GET /feeds/works.geojson: works that run or are to come, `?municipality=`, `?service=`, `?bbox=`. */
export const GET = feedRoute({ type: 'application/geo+json' }, async ({ query, now }) => JSON.stringify(await getWorksGeojson(query, now)))
