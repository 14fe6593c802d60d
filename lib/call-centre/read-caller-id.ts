import { AppError } from '@/lib/errors'

/** PostgreSQL's largest `int`. */
const LARGEST = 2_147_483_647

/** The number of an account or an address from a page's path. Throws `not_found` for what can be none. */
export async function readCallerId(text: string, reason: 'account_not_found' | 'address_not_found'): Promise<number> {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN
  if (id <= LARGEST) return id
  throw new AppError('not_found', { reason })
}
