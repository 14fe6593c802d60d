import { AppError } from '@/lib/errors'

/** PostgreSQL's largest `int`. */
const LARGEST = 2_147_483_647

/** The number of an address from a path. Throws `not_found` for anything that cannot be one. */
export function readAddressId(text: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(id <= LARGEST)) throw new AppError('not_found', { reason: 'address_not_found', field: 'id' })
  return id
}
