import { z } from 'zod'
import { Prisma } from '@/lib/db/generated/client'
import type { StagedRun } from './staged-run'

/** Something that is imported as it is, and worth a look. */
export interface NetworkWarning {
  /** A key below `errors` in the catalogues, with the params `count` and `examples`. */
  reason: 'network_warns_island' | 'network_warns_no_length' | 'network_warns_outside' | 'network_warns_untied'
  count: number
  /** The first few codes. */
  examples: string[]
}

/** What each warning is about, as rows of `what` and `code`, of the network as it is now. */
export function warnedParts({ service }: StagedRun): Record<NetworkWarning['reason'], Prisma.Sql> {
  return {
    network_warns_island: Prisma.sql`
      SELECT 'link' AS what, link.code FROM network_link link
      JOIN network_segment segment ON segment.service = ${service}::service AND segment.number = link.segment AND segment.last IS NULL
      WHERE link.service = ${service}::service`,
    network_warns_no_length: Prisma.sql`
      SELECT 'link' AS what, code FROM network_link WHERE service = ${service}::service AND ST_Length(geom) = 0`,
    network_warns_outside: Prisma.sql`
      SELECT 'node' AS what, node.code FROM network_node node
      JOIN utility ON utility.id = 1 AND NOT ST_Covers(utility.served_area, node.geom)
      WHERE node.service = ${service}::service`,
    network_warns_untied: Prisma.sql`
      SELECT 'service_point' AS what, code FROM service_point WHERE service = ${service}::service AND segment IS NULL`,
  }
}

const counted = z.tuple([z.object({ count: z.number(), examples: z.array(z.string()) })])

/** What is odd about the network as it is now. To be asked in the transaction that merged it. */
export async function findNetworkWarnings(run: StagedRun, examples: number): Promise<NetworkWarning[]> {
  const warnings: NetworkWarning[] = []
  for (const [reason, parts] of Object.entries(warnedParts(run)) as Array<[NetworkWarning['reason'], Prisma.Sql]>) {
    const rows = await run.db.$queryRaw`
      WITH part AS MATERIALIZED (${parts})
      SELECT (SELECT count(*)::int FROM part) AS count,
        coalesce((SELECT array_agg(code) FROM (SELECT code FROM part ORDER BY code COLLATE "C" LIMIT ${examples}::int) first), '{}') AS examples`
    const [found] = counted.parse(rows)
    if (found.count > 0) warnings.push({ reason, ...found })
  }
  return warnings
}
