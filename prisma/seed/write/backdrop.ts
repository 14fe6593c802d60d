import type { Db } from '@/lib/db/client'
import { firstOf, type Line } from '../plane/line'
import type { Building } from '../town/building'
import { greens } from '../town/green'
import { landmarks } from '../town/landmarks'
import { tracks } from '../town/railway'
import { oldArm, riverPolygon } from '../town/river'
import type { Street } from '../town/street'
import { lineText, polygonText } from './well-known-text'

export interface BackdropFeature {
  layer: 'street' | 'building' | 'water' | 'green' | 'rail'
  kind: string
  name: string
  /** Well-known text, EPSG:4326. */
  shape: string
}

function buildingKind({ quarter, units }: Building): string {
  if (units > 1) return 'apartments'
  return quarter.style === 'works' ? 'industrial' : 'house'
}

const railway = (line: Line): BackdropFeature => ({
  layer: 'rail',
  kind: firstOf(line)[0] < -1000 ? 'main' : 'siding',
  name: '',
  shape: lineText(line),
})

/** What the map shows below the service points, in the order in which it is painted. */
export function backdropOf(streets: readonly Street[], buildings: readonly Building[]): BackdropFeature[] {
  return [
    ...greens.map(({ kind, name, outline }): BackdropFeature => ({ layer: 'green', kind, name, shape: polygonText(outline) })),
    { layer: 'water', kind: 'river', name: 'Lisca', shape: polygonText(riverPolygon) },
    { layer: 'water', kind: 'lake', name: 'Lanca Vecchia', shape: polygonText(oldArm) },
    ...tracks.map(railway),
    ...buildings.map(
      (building): BackdropFeature => ({
        layer: 'building',
        kind: buildingKind(building),
        name: '',
        shape: polygonText(building.footprint),
      }),
    ),
    ...landmarks.map(({ kind, name, footprint }): BackdropFeature => ({ layer: 'building', kind, name, shape: polygonText(footprint) })),
    ...streets.map(({ way, label }): BackdropFeature => ({ layer: 'street', kind: way.kind, name: label, shape: lineText(way.line) })),
  ]
}

export function insertBackdrop(db: Db, features: readonly BackdropFeature[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO backdrop_feature (layer, kind, name, geom)
    SELECT layer, kind, name, ST_GeomFromText(shape, 4326)
    FROM unnest(${features.map(({ layer }) => layer)}::text[], ${features.map(({ kind }) => kind)}::text[],
                ${features.map(({ name }) => name)}::text[], ${features.map(({ shape }) => shape)}::text[]) AS row (layer, kind, name, shape)`
}
