import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { SupplyPlace } from './works'

/** Writes where water is to be had during works, in place of what stood there. */
export async function replaceSupplyPlaces(db: Db, worksId: number, places: SupplyPlace[]): Promise<void> {
  await db.supplyPlace.deleteMany({ where: { worksId } })
  if (places.length === 0) return
  await db.$executeRaw`
    INSERT INTO supply_place (works_id, kind, label, note, geom)
    SELECT ${worksId}, kind::supply_place_kind, label, note, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
    FROM unnest(${places.map(({ kind }) => kind)}::text[], ${places.map(({ label }) => label)}::text[], ${places.map(({ note }) => note)}::text[],
                ${places.map(({ at }) => at[0])}::float8[], ${places.map(({ at }) => at[1])}::float8[])
           AS place (kind, label, note, longitude, latitude)`
}

const rows = z.array(
  z.object({
    kind: z.enum(['tanker', 'tap', 'other']),
    label: z.string(),
    note: z.string(),
    longitude: z.number(),
    latitude: z.number(),
  }),
)

/** Where water is to be had during works, in the order in which it was written. */
export async function findSupplyPlaces(db: Db, worksId: number): Promise<SupplyPlace[]> {
  const found = await db.$queryRaw`
    SELECT kind::text AS kind, label, note, ST_X(geom) AS longitude, ST_Y(geom) AS latitude FROM supply_place WHERE works_id = ${worksId} ORDER BY id`
  return rows.parse(found).map(({ longitude, latitude, ...place }) => ({ ...place, at: [longitude, latitude] }))
}
