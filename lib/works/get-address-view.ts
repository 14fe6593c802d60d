import type { AddressDetail } from '@/lib/addresses/addresses'
import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { AppError } from '@/lib/errors'
import { findOutagesOrUnknown } from './find-outages-or-unknown'
import type { Outages } from './works'

export interface AddressView {
  /** Null while the database does not answer. */
  address: AddressDetail | null
  outages: Outages
}

async function getAddressOrNull(id: number): Promise<AddressDetail | null> {
  try {
    return await getAddress(id)
  } catch (error) {
    if (error instanceof AppError) throw error
    return null
  }
}

/** All that the page of an address shows. Throws `not_found`, and nothing else: without the database the answer is `unknown`. */
export async function getAddressView(idText: string, now: Date): Promise<AddressView> {
  const id = readAddressId(idText)
  return { outages: await findOutagesOrUnknown(id, now), address: await getAddressOrNull(id) }
}
