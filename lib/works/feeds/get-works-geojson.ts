import type { FeatureCollection, MultiPolygon } from 'geojson'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { findFilteredWorks } from './find-filtered-works'
import { rightHanded } from './right-handed'

/**
 * All works that run or are to come as GeoJSON, the area of each as a multipolygon (null where it has none), in degrees of WGS84. Anyone may ask.
 * Throws `bad_input` for a filter that is not understood.
 */
export async function getWorksGeojson(query: URLSearchParams, now: Date): Promise<FeatureCollection<MultiPolygon | null>> {
  const works = await findFilteredWorks(query, now)
  const { defaultLanguage } = await getUtility()
  const features = works.map(({ area, asOf: _asOf, ...properties }) => {
    const url = `${env().PUBLIC_URL}/${defaultLanguage}/works/${properties.reference}`
    return { type: 'Feature' as const, id: properties.reference, geometry: area && rightHanded(area), properties: { ...properties, url } }
  })
  // Nothing here changes by itself from one second to the next, so that whoever has it is told so (304).
  return { type: 'FeatureCollection', features }
}
