/** Short forms of street types, as normaliseStreet leaves them, that stand before the name. */
const LEADING: ReadonlyArray<readonly [short: string, type: string]> = [
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
  ...LEADING.map(([, type]) => type),
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
  for (const [short, type] of LEADING) if (text.startsWith(`${short} `)) return `${type}${text.slice(short.length)}`
  for (const [short, type] of TRAILING) if (text.endsWith(` ${short}`)) return `${text.slice(0, -short.length)}${type}`
  return text
}

/** The name without its type: "viale roma" → "roma". A name that is only a type stays. */
export function withoutStreetType(text: string): string {
  const words = text.split(' ')
  if (words.length < 2) return text
  if (TYPES.has(words[0] ?? '')) return words.slice(1).join(' ')
  return TYPES.has(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : text
}

function startsName(before: string | undefined, after: string | undefined): boolean {
  return after !== undefined && /^\p{L}{2}|^\d/u.test(after) && (before === undefined || !/^\d{1,4}$/.test(before))
}

/** Writes out the short types among the words of a whole address, wherever the street stands in it. A suffix ("12 v") is none. */
export function expandTypesAmong(words: readonly string[]): string[] {
  const expanded: string[] = []
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at, at + 2).join(' ')
    const leading = LEADING.find(([short]) => rest === short || rest.startsWith(`${short} `))
    const length = leading?.[0].split(' ').length ?? 1
    const trailing = TRAILING.find(([short]) => short === words[at])
    if (leading && startsName(words[at - 1], words[at + length])) expanded.push(leading[1])
    else if (trailing && /^\p{L}{2}/u.test(words[at - 1] ?? '') && /^\d|^$/.test(words[at + 1] ?? '')) expanded.push(trailing[1])
    else expanded.push(...words.slice(at, at + length))
    at += length
  }
  return expanded
}

export function isStreetType(word: string): boolean {
  return TYPES.has(word)
}
