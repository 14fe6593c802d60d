import { drawTile } from '@/lib/geo/tiles/draw-tile'
import { parseTile } from '@/lib/geo/tiles/tile'
import { answer } from '@/lib/http/answer'
import { currentStaff } from '@/lib/http/current-actor'
import { taggedResponse } from '@/lib/http/tagged-response'

/** Works are published by the minute, the ground changes by the year: a minute, then the old tile while the new one is fetched. */
const CACHE = { public: 'public, max-age=60, stale-while-revalidate=600', staff: 'private, max-age=60' }

/** GET /api/tiles/{layer}/{z}/{x}/{y}.mvt */
export function GET(request: Request, context: { params: Promise<Record<'layer' | 'z' | 'x' | 'y', string>> }): Promise<Response> {
  return answer(request, async () => {
    const { layer, ...params } = await context.params
    const { bytes, audience } = await drawTile(await currentStaff(), layer, parseTile(params))
    return taggedResponse(request, bytes, { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Cache-Control': CACHE[audience] })
  })
}
