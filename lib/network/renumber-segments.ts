import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { findSegments } from './find-segments'
import { numberSegments } from './number-segments'
import { readPlainNetwork } from './read-plain-network'
import { writeSegments } from './write-segments'

const nextRow = z.tuple([z.object({ revision: z.number() })])

export interface Renumbered {
  revision: number
  segments: number
  /** Of these, how many no source reaches. */
  unsupplied: number
}

/** What a network is known by besides its parts. */
export interface NetworkOrigin {
  fileNames: string[]
  /** Metres from a service point to the link that it may belong to. */
  tieWithin: number
  importedAt: Date
}

/**
 * Divides the service's network into segments anew, numbers them, writes down what depends on each and begins another revision. To be called in the
 * transaction that changed nodes, links or devices; ties no service points (tie-service-points.ts does). Memory: some 40 bytes a node or link.
 */
export async function renumberSegments(db: Db, service: Service, origin: NetworkOrigin): Promise<Renumbered> {
  const network = await readPlainNetwork(db, service)
  const found = findSegments(network)
  const { sidesA, sidesB, hasSource } = network.joinSegments(found)
  const numbered = numberSegments({ count: found.count, sidesA, sidesB, hasSource })
  await writeSegments(db, service, network, found, numbered, hasSource)
  const rows = await db.$queryRaw`SELECT nextval('network_revision_seq')::int AS revision`
  const [{ revision }] = nextRow.parse(rows)
  const row = { revision, fileNames: origin.fileNames, tieWithin: origin.tieWithin, importedAt: origin.importedAt }
  await db.network.upsert({ where: { service }, create: { service, ...row }, update: row })
  return { revision, segments: found.count, unsupplied: numbered.last.filter((last) => last === 0).length }
}
