import { Prisma } from '@/lib/db/generated/client'

/** Control characters never reach a staged value (see row.ts), so they can separate values and stand for null. */
const SEPARATOR = '\u001f'
const NULL = '\u001e'

/**
 * One property of all rows as an SQL array of text, to be cast and unnested. It travels as a single joined text: a parameter that is an array
 * costs the client eight times as much, because it escapes each element.
 */
export function stagedColumn<T extends object>(rows: readonly T[], property: keyof T): Prisma.Sql {
  const joined = rows.map((row) => row[property] ?? NULL).join(SEPARATOR)
  // An empty text would be an empty array, and a lone empty value is one.
  if (joined === '') return Prisma.sql`ARRAY['']`
  return Prisma.sql`string_to_array(${joined}, ${SEPARATOR}, ${NULL})`
}
