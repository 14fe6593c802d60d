import { formatHouseNumber } from '@/lib/addresses/house-number'
import type { EvidenceRow } from './evidence'
import type { FoundEvidence } from './evidence-queries'
import { maskContact } from './mask-contact'

/** A line as the ledger has it, for reading: the address in words, the contact masked unless `isWhole`. */
export function toEvidenceRow(found: FoundEvidence, isWhole: boolean): EvidenceRow {
  const { code, street, number, suffix, value, contactId, ...row } = found
  const contact = value !== null && row.channel !== null ? (isWhole ? value : maskContact(row.channel, value)) : null
  const address = street !== null && number !== null ? `${street} ${formatHouseNumber({ number, suffix: suffix ?? '' })}` : null
  return { ...row, servicePoint: code, address, contact }
}
