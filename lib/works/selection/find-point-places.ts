import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { SERVICES } from '@/lib/works/works'

const pointsInput = z.object({ service: z.enum(SERVICES), codes: z.array(z.string().trim().min(1).max(80)).max(10_000) })
export type PointsInput = z.input<typeof pointsInput>

const placeRows = z.array(
  z.object({
    code: z.string(),
    longitude: z.number(),
    latitude: z.number(),
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
  }),
)

export interface PointPlace {
  code: string
  /** WGS84. */
  longitude: number
  latitude: number
  /** "Via Roma 12/A"; null for a point without an address. */
  address: string | null
}

/** Where service points with these codes are, by code; codes that are not known are missing. Throws `forbidden`. */
export async function findPointPlaces(actor: Actor, raw: PointsInput): Promise<PointPlace[]> {
  requirePolicy(actor, canPlanWorks(actor))
  const { service, codes } = parseInput(pointsInput, raw)
  const rows = await database().$queryRaw`
    SELECT point.code, ST_X(point.geom) AS longitude, ST_Y(point.geom) AS latitude, street.label AS street, address.number, address.suffix
    FROM service_point point
    LEFT JOIN address ON address.id = point.address_id LEFT JOIN street ON street.id = address.street_id
    WHERE point.service = ${service}::service AND point.code = ANY (${codes}::text[])
    ORDER BY point.code COLLATE "C"`
  return placeRows.parse(rows).map(({ street, number, suffix, ...place }) => ({
    ...place,
    address: street === null || number === null ? null : `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}`,
  }))
}
