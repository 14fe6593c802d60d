import { createHash, randomBytes } from 'node:crypto'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReportNoSupply } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { findEndedRows, insertSupplyReport, takeSalt } from './queries'
import { REPORTABLE_HOURS, type ReportNoSupply, supplyReportInput } from './supply-report'

/**
 * Counts that somebody at an address has no supply though works were to be over there. Anyone may say so, once for each client, address and
 * window; saying it again changes nothing and is answered the same. What is kept tells nobody who it was: the client goes into a hash whose salt
 * is thrown away with the day.
 *
 * Throws `conflict` before the announced end, and twelve hours after it.
 */
export async function reportNoSupply(actor: Actor, raw: ReportNoSupply, now: Date): Promise<void> {
  requirePolicy(actor, canReportNoSupply(actor))
  const { addressId, reference } = parseInput(supplyReportInput, raw)
  await transaction(async (db) => {
    const ended = (await findEndedRows(db, addressId, now)).find((row) => row.reference === reference)
    if (!ended) throw new AppError('conflict', { reason: 'supply_report_not_open', params: { hours: REPORTABLE_HOURS } })
    const salt = await takeSalt(db, now, randomBytes(32))
    const clientHash = createHash('sha256')
      .update(salt)
      .update(JSON.stringify([actor.source, addressId, reference, ended.start]))
      .digest()
    const row = { worksId: ended.worksId, windowStart: new Date(ended.start), addressId, at: now }
    await insertSupplyReport(db, { ...row, clientHash: new Uint8Array(clientHash) })
  })
}
