import { Prisma } from '@/lib/db/generated/client'

/** Control characters never reach a staged value (see row.ts), so they can separate values and stand for null. */
const SEPARATOR = '\u001f'
const NULL = '\u001e'

/** The properties of a row that hold numbers, flags or words of ours. */
type PlainProperty<T> = { [K in keyof T]: T[K] extends number | boolean | string | null ? K : never }[keyof T]

/**
 * One property of all rows as an SQL array of text, to be unnested. It travels as a single joined text: a parameter that is an array costs the
 * client eight times as much, because it escapes each element.
 */
export function stagedTexts<T extends object>(rows: readonly T[], property: keyof T): Prisma.Sql {
  const joined = rows.map((row) => row[property] ?? NULL).join(SEPARATOR)
  // An empty text would be an empty array, and a lone empty value is one.
  if (joined === '') return Prisma.sql`ARRAY['']`
  return Prisma.sql`string_to_array(${joined}, ${SEPARATOR}, ${NULL})`
}

/**
 * One property of all rows as the literal of an SQL array, to be cast and unnested: for numbers, flags and words of our own enumerations, which hold
 * nothing that a literal would have to escape.
 */
export function stagedPlain<T extends object>(rows: readonly T[], property: PlainProperty<T>): Prisma.Sql {
  return Prisma.sql`${`{${rows.map((row) => row[property] ?? 'NULL').join(',')}}`}`
}
