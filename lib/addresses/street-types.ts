/** Short forms of street types, as normaliseStreet leaves them, that stand before the name. */
export const LEADING_TYPES: ReadonlyArray<readonly [short: string, type: string]> = [
  ['v le', 'viale'],
  ['vle', 'viale'],
  ['v lo', 'vicolo'],
  ['vlo', 'vicolo'],
  ['vic', 'vicolo'],
  ['v', 'via'],
  ['p zza', 'piazza'],
  ['pzza', 'piazza'],
  ['p za', 'piazza'],
  ['pza', 'piazza'],
  ['p zzale', 'piazzale'],
  ['pzzale', 'piazzale'],
  ['p le', 'piazzale'],
  ['ple', 'piazzale'],
  ['p tta', 'piazzetta'],
  ['ptta', 'piazzetta'],
  ['c so', 'corso'],
  ['cso', 'corso'],
  ['l go', 'largo'],
  ['lgo', 'largo'],
  ['str', 'strada'],
  ['loc', 'localita'],
  ['fraz', 'frazione'],
  ['вул', 'вулиця'],
  ['просп', 'проспект'],
  ['бул', 'бульвар'],
  ['пров', 'провулок'],
  ['пл', 'площа'],
]

/** Lithuanian types stand after the name. */
const TRAILING: ReadonlyArray<readonly [short: string, type: string]> = [
  ['g', 'gatve'],
  ['pr', 'prospektas'],
  ['al', 'aleja'],
  ['skg', 'skersgatvis'],
  ['pl', 'plentas'],
  ['a', 'aikste'],
]

/** Types that people leave out, with the full forms of the above. */
const TYPES = new Set([
  ...LEADING_TYPES.map(([, type]) => type),
  ...TRAILING.map(([, type]) => type),
  ...[
    'borgo',
    'contrada',
    'galleria',
    'lungo',
    'lungomare',
    'passeggiata',
    'rotonda',
    'salita',
    'spalto',
    'stradello',
    'узвіз',
    'шосе',
    'набережна',
  ],
])

/** Writes a short street type out: "v le roma" → "viale roma", "zemaiciu g" → "zemaiciu gatve". Takes and gives what normaliseStreet gives. */
export function expandStreetType(text: string): string {
  for (const [short, type] of LEADING_TYPES) if (text.startsWith(`${short} `)) return `${type}${text.slice(short.length)}`
  for (const [short, type] of TRAILING) if (text.endsWith(` ${short}`)) return `${text.slice(0, -short.length)}${type}`
  return text
}

export function isStreetType(word: string): boolean {
  return TYPES.has(word)
}
