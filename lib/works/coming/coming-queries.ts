import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { hitsMunicipality } from '../hits-municipality'
import { type ComingFilter, PAGE } from './coming-filter'

const found = z.array(z.object({ reference: z.string(), total: z.coerce.number() }))

/** References of published works that are not over at `now`, those whose next window is soonest first, and how many there are in all. */
export async function findComingReferences(
  db: Db,
  { service, municipality, page }: ComingFilter,
  now: Date,
  limit = PAGE,
): Promise<{ references: string[]; total: number }> {
  const rows = await db.$queryRaw`
    SELECT works.reference, count(*) OVER () AS total
    FROM works
    CROSS JOIN LATERAL (
      SELECT min(works_window.starts_at) AS next
      FROM works_part JOIN works_window ON works_window.part_id = works_part.id
      WHERE works_part.works_id = works.id AND works_part.version = works.version AND works_window.ends_at > ${now}
    ) span
    WHERE works.published_at IS NOT NULL AND works.state IN ('published', 'running') AND span.next IS NOT NULL
      AND (${service ?? null}::service IS NULL OR works.service = ${service ?? null}::service)
      AND ${municipality ? hitsMunicipality(municipality) : Prisma.sql`true`}
    ORDER BY span.next, works.reference
    LIMIT ${limit} OFFSET ${(page - 1) * PAGE}`
  const parsed = found.parse(rows)
  return { references: parsed.map(({ reference }) => reference), total: parsed[0]?.total ?? 0 }
}
