import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Campaign, CampaignBuilding } from './coverage'
import { ACCOUNT_REACH } from './reach'

const building = z.array(
  z.object({
    addressId: z.number(),
    street: z.string(),
    number: z.number(),
    suffix: z.string(),
    postcode: z.string(),
    municipality: z.string(),
    district: z.string(),
    dwellings: z.number(),
    accounts: z.number(),
    reachable: z.number(),
    unreached: z.number(),
  }),
)

/**
 * Buildings by address, those with the most unreached dwellings first. A building has as many dwellings as its largest service has units: each
 * home has water and power, and is one home. Coverage is by dwellings: a shared meter whose manager hears counts for all that hang on it.
 *
 * `LIMIT 1` keeps places apart from the choice: PostgreSQL takes the buildings for one row, and would compare each with every street.
 */
export async function findBuildings(db: Db, { dwellings, below, service }: Campaign, limit: number): Promise<CampaignBuilding[]> {
  const wanted = service ? Prisma.sql`WHERE reach.service = ${service}::service` : Prisma.empty
  const rows = await db.$queryRaw`
    WITH by_service AS (
      SELECT reach.address_id, reach.service, count(*)::int AS accounts, count(*) FILTER (WHERE sms OR email OR chat)::int AS reachable,
             sum(units)::int AS dwellings, coalesce(sum(units) FILTER (WHERE NOT (sms OR email OR chat)), 0)::int AS unreached
      FROM (${ACCOUNT_REACH}) reach ${wanted}
      GROUP BY reach.address_id, reach.service
    ), building AS (
      SELECT address_id, sum(accounts)::int AS accounts, sum(reachable)::int AS reachable, max(dwellings) AS dwellings, max(unreached) AS unreached
      FROM by_service WHERE address_id IS NOT NULL
      GROUP BY address_id
      HAVING max(dwellings) >= ${dwellings}::int AND max(unreached::float / dwellings) > 1 - ${below}::float / 100
    ), chosen AS MATERIALIZED (
      SELECT * FROM building ORDER BY unreached DESC, dwellings DESC, address_id LIMIT ${limit}::int
    )
    SELECT chosen.address_id AS "addressId", place.*, chosen.dwellings, chosen.accounts, chosen.reachable, chosen.unreached
    FROM chosen CROSS JOIN LATERAL (
      SELECT street.label AS street, address.number, address.suffix, address.postcode, municipality.name AS municipality, address.district
      FROM address JOIN street ON street.id = address.street_id JOIN municipality ON municipality.id = street.municipality_id
      WHERE address.id = chosen.address_id
      LIMIT 1
    ) place
    ORDER BY chosen.unreached DESC, chosen.dwellings DESC, chosen.address_id`
  return building.parse(rows)
}
