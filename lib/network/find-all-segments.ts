import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadNetwork } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { getRevision } from './queries'

export interface ListedSegment {
  /** Its number, in this revision of the network. */
  id: number
  nodes: string[]
  links: string[]
}

const rows = z.array(z.object({ id: z.number(), nodes: z.array(z.string()), links: z.array(z.string()) }))

/** Every segment of a service's network with its nodes and links. Throws `conflict` where none was imported. */
export async function findAllSegments(actor: Actor, service: Service): Promise<ListedSegment[]> {
  requirePolicy(actor, canReadNetwork(actor))
  await getRevision(database(), service)
  const found = await database().$queryRaw`
    SELECT segment.number AS id, coalesce(node.codes, '{}') AS nodes, coalesce(link.codes, '{}') AS links
    FROM network_segment segment
    LEFT JOIN (
      SELECT segment, array_agg(code ORDER BY code COLLATE "C") AS codes FROM network_node WHERE service = ${service}::service GROUP BY segment
    ) node ON node.segment = segment.number
    LEFT JOIN (
      SELECT segment, array_agg(code ORDER BY code COLLATE "C") AS codes FROM network_link WHERE service = ${service}::service GROUP BY segment
    ) link ON link.segment = segment.number
    WHERE segment.service = ${service}::service
    ORDER BY segment.number`
  return rows.parse(found)
}
