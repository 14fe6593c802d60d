import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { SUPPLY_PLACE_KINDS, type SupplyPlace } from './works'

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

/** A place as a row has it. */
export const storedSupplyPlace = z.object({
  kind: z.enum(SUPPLY_PLACE_KINDS),
  label: z.string(),
  note: z.string(),
  at: z.tuple([z.number(), z.number()]),
})

/** One row with the supply places of works as `places`, a JSON list in the order in which they were written. */
export function supplyPlacesOf(worksId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT coalesce(json_agg(json_build_object('kind', kind, 'label', label, 'note', note, 'at', json_build_array(ST_X(geom), ST_Y(geom))) ORDER BY id), '[]') AS places
    FROM supply_place WHERE works_id = ${worksId}`
}

const rows = z.array(z.object({ places: z.array(storedSupplyPlace) })).length(1)

/** Where water is to be had during works, in the order in which it was written. */
export async function findSupplyPlaces(db: Db, worksId: number): Promise<SupplyPlace[]> {
  const found = await db.$queryRaw`${supplyPlacesOf(Prisma.sql`${worksId}`)}`
  return rows.parse(found)[0]?.places ?? []
}
