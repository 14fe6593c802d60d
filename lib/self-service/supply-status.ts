import type { Service } from '@/lib/db/generated/enums'
import { findOutagesOrUnknown } from '@/lib/works/find-outages-or-unknown'
import type { Outages } from '@/lib/works/works'
import type { SupplyStatus } from './self-service'

/** What of an address's outages concerns one service; all of them without one. Works of another service say nothing of this one. */
export function statusOf({ status, outages }: Outages, service?: Service): SupplyStatus {
  const own = outages.filter((outage) => outage.state !== 'cancelled' && (service === undefined || outage.service === service))
  const next = own.toSorted((a, b) => a.start.localeCompare(b.start))[0] ?? null
  if (next) return { status: 'affected', next }
  return { status: status === 'unknown' ? 'unknown' : 'none_planned', next: null }
}

/** The outages of several addresses, each looked up once. */
export async function findOutagesAt(addressIds: number[], now: Date): Promise<Map<number, Outages>> {
  const ids = [...new Set(addressIds)]
  const found = await Promise.all(ids.map((id) => findOutagesOrUnknown(id, now)))
  return new Map(ids.map((id, index) => [id, found[index] ?? { status: 'unknown', asOf: now.toISOString(), outages: [] }]))
}

/** Of something without an address nobody can look anything up. */
export const UNKNOWN: SupplyStatus = { status: 'unknown', next: null }
