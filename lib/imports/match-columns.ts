import { badInput } from '@/lib/errors'
import type { ImportField, ImportRequest } from './imports'

/** Where a field's value comes from: a column, by its position, or the same text for every row. */
export type FieldSource = { column: number } | { constant: string }

/** `street_type`, `streetType` and `Street Type` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function requireField(fields: readonly ImportField[], name: string): string {
  if (fields.some((field) => field.name === name)) return name
  throw badInput('import_unknown_field', name, { name, fields: fields.map((field) => field.name).join(', ') })
}

function findColumn(columns: string[], name: string): number {
  const positions = columns.flatMap((column, position) => (plain(column) === plain(name) ? [position] : []))
  if (positions.length > 1) throw badInput('import_column_twice', name, { column: name })
  return positions[0] ?? -1
}

function matchNamed(
  sources: Map<string, FieldSource>,
  fields: readonly ImportField[],
  columns: string[],
  map: Record<string, string>,
): void {
  for (const [column, name] of Object.entries(map)) {
    const field = requireField(fields, name)
    if (sources.has(field)) throw badInput('import_field_twice', field, { name: field })
    const position = findColumn(columns, column)
    if (position === -1) throw badInput('import_unknown_column', field, { column, columns: columns.join(', ') })
    sources.set(field, { column: position })
  }
}

/**
 * Finds each field's source: what `map` and `set` say first, else the column of the same name. Fields without a source are left out.
 * Throws `bad_input` for unknown columns and fields, for two sources of one field and for a required field without any.
 */
export function matchColumns(
  fields: readonly ImportField[],
  columns: string[],
  { map = {}, set = {} }: Pick<ImportRequest, 'map' | 'set'>,
): Map<string, FieldSource> {
  const sources = new Map<string, FieldSource>()
  for (const [name, constant] of Object.entries(set)) sources.set(requireField(fields, name), { constant })
  matchNamed(sources, fields, columns, map)
  for (const field of fields) {
    if (sources.has(field.name)) continue
    const position = findColumn(columns, field.name)
    if (position !== -1) sources.set(field.name, { column: position })
    else if (field.required) throw badInput('import_missing_column', field.name, { name: field.name, columns: columns.join(', ') })
  }
  return sources
}
