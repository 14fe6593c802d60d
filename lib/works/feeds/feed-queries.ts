import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { hitsMunicipality } from '../hits-municipality'
import type { FeedFilter } from './feed-filter'

const found = z.array(z.object({ reference: z.string() }))

/** Where the current version of `works` is shown within a box. */
const lies = ([west, south, east, north]: NonNullable<FeedFilter['bbox']>) => Prisma.sql`EXISTS (
  SELECT FROM works_part
  WHERE works_part.works_id = works.id AND works_part.version = works.version
    AND ST_Intersects(works_part.outline, ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326)))`

function conditions({ service, municipality, bbox }: FeedFilter): Prisma.Sql {
  const wanted = [
    Prisma.sql`works.published_at IS NOT NULL`,
    service && Prisma.sql`works.service = ${service}::service`,
    municipality && hitsMunicipality(municipality),
    bbox && lies(bbox),
  ]
  return Prisma.join(
    wanted.filter((condition) => condition !== undefined && condition !== ''),
    ' AND ',
  )
}

const lastEnd = Prisma.sql`(
  SELECT max(works_window.ends_at)
  FROM works_part JOIN works_window ON works_window.part_id = works_part.id
  WHERE works_part.works_id = works.id AND works_part.version = works.version)`

/** References of published works that fit a filter and were not over at `since`, or were cancelled later than that. */
export async function findToldReferences(db: Db, filter: FeedFilter, since: Date): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT reference FROM works WHERE ${conditions(filter)} AND (works.cancelled_at > ${since} OR ${lastEnd} > ${since}) ORDER BY id DESC`
  return found.parse(rows).map(({ reference }) => reference)
}

/** References of works that fit a filter and run at `now` or are to come. */
export async function findComingReferences(db: Db, filter: FeedFilter, now: Date): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT reference FROM works WHERE ${conditions(filter)} AND works.state <> 'cancelled' AND ${lastEnd} > ${now} ORDER BY id`
  return found.parse(rows).map(({ reference }) => reference)
}
