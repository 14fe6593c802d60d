import { badInput } from '@/lib/errors'

/** As in lib/imports/row.ts: a longer one is a slip of columns. */
const MAX_CHARACTERS = 200

/** A code, kind or name as a file writes it, without surplus space or control characters; null where there is nothing. Throws for over 200 characters. */
export function readCodeOrNull(value: unknown, field: string): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  if (text.length > MAX_CHARACTERS) throw badInput('import_too_long', field, { max: MAX_CHARACTERS, found: text.length })
  return text === '' ? null : text
}

/** The same, where there has to be one. Throws `bad_input` where there is nothing. */
export function readCode(value: unknown, field: string): string {
  const code = readCodeOrNull(value, field)
  if (code === null) throw badInput('import_value_missing', field)
  return code
}
