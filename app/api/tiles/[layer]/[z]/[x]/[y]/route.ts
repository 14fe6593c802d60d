import { getTile, tileAudience } from '@/lib/geo/tiles/get-tile'
import { parseTile } from '@/lib/geo/tiles/tile'
import { answer } from '@/lib/http/answer'
import { currentStaff } from '@/lib/http/current-actor'
import { knownTags, taggedResponse } from '@/lib/http/tagged-response'

/** Works are published by the minute, the ground changes by the year: a minute, then the old tile while one asks whether it still holds. */
const CACHE = {
  public: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' },
  staff: { 'Cache-Control': 'private, max-age=60', Vary: 'Cookie' },
}

/** Public tiles are the same for everyone: nobody is asked who they are. */
const ANYONE = { kind: 'public', source: 'tiles' } as const

/** GET /api/tiles/{layer}/{z}/{x}/{y}.mvt */
export function GET(request: Request, context: { params: Promise<Record<'layer' | 'z' | 'x' | 'y', string>> }): Promise<Response> {
  return answer(request, async () => {
    const { layer, ...params } = await context.params
    const tile = parseTile(params)
    const audience = tileAudience(layer)
    const actor = audience === 'public' ? ANYONE : await currentStaff()
    const { tag, bytes } = await getTile(actor, layer, tile, knownTags(request))
    return taggedResponse(tag, bytes, { 'Content-Type': 'application/vnd.mapbox-vector-tile', ...CACHE[audience] })
  })
}
