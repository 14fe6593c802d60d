import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'

/** One import of a network, while its parts are in staging. */
export interface StagedRun {
  db: Db
  runId: number
  service: Service
  /** Whether what the tables hold already stays, so that a file may refer to it. */
  keeps: boolean
}

/** The nodes that there will be: `code, geom`. */
export function allNodes({ runId, service, keeps }: StagedRun): Prisma.Sql {
  return Prisma.sql`
    SELECT code, geom FROM staging.network_node WHERE run_id = ${runId}::int
    UNION ALL
    SELECT code, geom FROM network_node stored WHERE ${keeps} AND service = ${service}::service
      AND NOT EXISTS (SELECT FROM staging.network_node staged WHERE staged.run_id = ${runId}::int AND staged.code = stored.code)`
}

/** The links that there will be: `code, from_node, to_node, geom`. */
export function allLinks({ runId, service, keeps }: StagedRun): Prisma.Sql {
  return Prisma.sql`
    SELECT code, from_node, to_node, geom FROM staging.network_link WHERE run_id = ${runId}::int
    UNION ALL
    SELECT code, from_node, to_node, geom FROM network_link stored WHERE ${keeps} AND service = ${service}::service
      AND NOT EXISTS (SELECT FROM staging.network_link staged WHERE staged.run_id = ${runId}::int AND staged.code = stored.code)`
}
