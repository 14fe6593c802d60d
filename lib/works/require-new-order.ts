import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/errors'

/**
 * Throws `conflict` with their reference where an order of the work-management system has works already, other than `own`. Orders are let in one
 * by one (by the utility's row, until the transaction ends), so that one sent twice at once makes one works.
 */
export async function requireNewOrder(db: Db, externalReference: string | null, own?: string): Promise<void> {
  if (!externalReference) return
  await db.$queryRaw`SELECT id FROM utility FOR UPDATE`
  const known = await db.works.findUnique({ where: { externalReference }, select: { reference: true } })
  if (!known || known.reference === own) return
  throw new AppError('conflict', { field: 'externalReference', reason: 'works_exist_already', params: known })
}
