import { judgeFailures } from '@/lib/contacts/judge-failures'
import type { Db } from '@/lib/db/client'
import { findFailures, type ProviderMessage, settleByReceipts } from './receipt-queries'

/**
 * Applies the receipts that are stored for these messages: to the messages, and to contacts at which nobody can be reached. Any number of times.
 *
 * A receipt may come before the ledger has its message's provider id. So whoever writes ids calls this after they are committed, and
 * recordReceipts after its rows are: of two that run at once, the later sees what the other wrote. Never in one transaction with the writing.
 */
export async function applyReceipts(db: Db, messages: ProviderMessage[], now: Date): Promise<void> {
  if (messages.length === 0) return
  await settleByReceipts(db, messages)
  await judgeFailures(db, await findFailures(db, messages), now)
}
