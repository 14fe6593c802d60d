import { badInput } from '@/lib/errors'
import type { Row } from './row'

const YES = new Set(['true', 't', '1', 'yes', 'y', 'si', 'sì', 's', 'taip', 'так'])
const NO = new Set(['false', 'f', '0', 'no', 'n', 'ne', 'ні'])

/** A field that may only hold one of `allowed`, in any case; null where it is empty. */
export function readOneOf<T extends string>(row: Row, field: string, allowed: readonly T[]): T | null {
  const text = row.filled(field)
  if (text === null) return null
  const found = allowed.find((word) => word === text) ?? allowed.find((word) => word === text.toLowerCase())
  if (!found) throw badInput('import_not_one_of', field, { value: text, allowed: allowed.join(', ') })
  return found
}

/** A field that holds yes or no, as spreadsheets write it in our languages; null where it is empty. */
export function readFlag(row: Row, field: string): boolean | null {
  const text = row.filled(field)?.toLowerCase()
  if (text === undefined) return null
  if (YES.has(text)) return true
  if (NO.has(text)) return false
  throw badInput('import_bad_flag', field, { value: text })
}
