import type { ProviderReceipt } from '@/lib/channels/provider-news'
import { database } from '@/lib/db/client'
import { logger } from '@/lib/logger'
import { applyReceipts } from './apply-receipts'
import { countKnown, insertReceipts } from './receipt-queries'

/** The part of a provider's id that names a message and no person: Viber's has a user behind the colon. */
function withoutPerson(providerId: string): string {
  return providerId.split(':')[0] ?? ''
}

/**
 * Keeps what providers said of messages and applies it, set-wise. Said twice, out of order, or before the ledger knows the message, it comes
 * to the same in the end. Receipts of messages that the ledger does not know are kept and logged.
 */
export async function recordReceipts(receipts: ProviderReceipt[], now: Date): Promise<void> {
  if (receipts.length === 0) return
  const dated = receipts.map((receipt) => ({ ...receipt, at: receipt.at ?? now }))
  await insertReceipts(database(), dated, now)
  await applyReceipts(database(), receipts, now)
  if ((await countKnown(database(), receipts)) === receipts.length) return
  const named = receipts.map(({ provider, providerId, state }) => ({ provider, message: withoutPerson(providerId), state }))
  logger.warn({ receipts: named.slice(0, 10) }, 'a receipt for a message that the ledger does not know, or not yet')
}
