import type { AddressDetail, Lookup } from '@/lib/addresses/addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { askInTime } from '@/lib/db/ask-in-time'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import type { WidgetQuery } from '@/lib/widget/widget-query'
import { findOutagesOrUnknown } from './find-outages-or-unknown'
import type { Outages } from './works'

/** What the frame on another page shows. */
export type WidgetView =
  | { kind: 'empty' }
  | { kind: 'unavailable' }
  | { kind: 'lookup'; lookup: Lookup }
  | { kind: 'address'; address: AddressDetail; outages: Outages }

async function viewAddress(id: number, now: Date): Promise<WidgetView> {
  return { kind: 'address', address: await getAddress(id), outages: await findOutagesOrUnknown(id, now) }
}

async function look({ q, address, town }: WidgetQuery, now: Date): Promise<WidgetView> {
  if (address !== undefined) return viewAddress(readAddressId(address), now)
  if (q === undefined) return { kind: 'empty' }
  const lookup = await lookUpAddress(q, { town })
  return lookup.address ? viewAddress(lookup.address.id, now) : { kind: 'lookup', lookup }
}

/** Answers a search inside the frame. Never throws: an address that there is not is none that was found, and without the database nothing is known. */
export async function getWidgetView(query: WidgetQuery, now: Date): Promise<WidgetView> {
  try {
    return await askInTime(() => look(query, now))
  } catch (error) {
    if (error instanceof AppError) return { kind: 'lookup', lookup: { status: 'none' } }
    logger.error({ err: error }, 'the widget cannot look')
    return { kind: 'unavailable' }
  }
}
