/** How people head the columns of their lists, in the languages that we speak; on the right the fields of lib/addresses/read-place.ts. */
const NAMES: Record<string, readonly string[]> = {
  address_id: ['address_id', 'addressid', 'id', 'id indirizzo', 'adreso id', 'ід адреси'],
  street: ['street', 'via', 'indirizzo', 'strada', 'gatvė', 'gatve', 'вулиця', 'address'],
  number: [
    'number',
    'house',
    'house number',
    'no',
    'nr',
    'numero',
    'civico',
    'numero civico',
    'namas',
    'namo numeris',
    'будинок',
    'номер',
    'номер будинку',
  ],
  suffix: ['suffix', 'esponente', 'barrato', 'raidė', 'літера', 'буква'],
  municipality: ['municipality', 'town', 'city', 'comune', 'città', 'miestas', 'savivaldybė', 'місто', 'громада'],
  street_type: ['street_type', 'street type', 'tipo', 'tipas', 'тип'],
}

const FIELD_OF = new Map(Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field] as const)))

/** The columns of a list by our own names; those that say nothing to us stay as they are. */
export function nameColumns(header: readonly string[]): string[] {
  return header.map((name) => FIELD_OF.get(name.trim().toLowerCase()) ?? name.trim())
}
