import { z } from 'zod'
import type { Db } from '@/lib/db/client'

const approved = z.object({ units: z.number() })

/** The dwellings that works hit when a second person approved them, as the audit trail has it; null where it does not say. */
export async function findApprovedUnits(db: Db, reference: string): Promise<number | null> {
  const entry = await db.auditEntry.findFirst({
    where: { subject: `works:${reference}`, action: 'works.approve' },
    orderBy: { id: 'desc' },
    select: { after: true },
  })
  const read = approved.safeParse(entry?.after)
  return read.success ? read.data.units : null
}
