import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { findServed, type Served } from './find-served'
import type { SegmentRange } from './network'

/** The revision of a service's network. Throws `conflict` where none was imported. */
export async function getRevision(db: Db, service: Service): Promise<number> {
  const network = await db.network.findUnique({ where: { service }, select: { revision: true } })
  if (!network) throw new AppError('conflict', { reason: 'network_not_imported', field: 'service', params: { service } })
  return network.revision
}

/** For each group of ranges: how many service points hang on their segments, and how many dwellings are behind these. */
export async function countServicePoints(
  db: Db,
  service: Service,
  groups: ReadonlyArray<readonly SegmentRange[]>,
): Promise<Served['counts']> {
  const { counts } = await findServed(db, service, { isolated: [], cut: [], groups })
  return counts
}
