/** Street types with the other forms in which people write them, as normaliseStreet leaves them. */
const FORMS: Record<string, string> = {
  via: 'v|vie',
  viale: 'v le|vle|vl|viali',
  vicolo: 'v lo|vlo|vic|v co|vco|vicoli',
  piazza: 'p zza|pzza|p za|pza|pz|pzz|piazze',
  piazzale: 'p zzale|pzzale|p le|ple|p zle|pzle|p zale',
  piazzetta: 'p tta|ptta|p zzetta|pzzetta|p zetta|pzetta',
  corso: 'c so|cso|corsi',
  largo: 'l go|lgo|larghi',
  strada: 'str|s da|sda|strade',
  stradello: 'str llo|strad',
  stradone: '',
  'strada provinciale': 'str prov|strada prov|s p|sp|str provinciale',
  'strada statale': 'str stat|strada stat|s s|ss|str statale',
  'strada comunale': 'str com|strada com|s c|sc|str comunale',
  'strada vecchia': 'str vecchia|s da vecchia',
  'strada nuova': 'str nuova',
  'via vecchia': 'v vecchia',
  'via nuova': 'v nuova',
  'via antica': 'v antica',
  'case sparse': 'c s|cs|case sp',
  contrada: 'c da|cda|contr',
  localita: 'loc|l ta',
  frazione: 'fraz|fr|f ne',
  regione: 'reg',
  cascina: 'casc|c na|cna',
  borgo: 'b go|bgo',
  galleria: 'gall|g ria',
  lungomare: 'l mare|lungom',
  lungo: '',
  passaggio: 'pass',
  passeggiata: 'passegg',
  rotonda: 'rot',
  salita: 'sal',
  spalto: 'sp to|spalti',
  circonvallazione: 'circ|circonv|c ne',
  traversa: 'trav',
  viottolo: '',
  rampa: '',
  ponte: '',
  gatve: 'g|gat|gatves|gatveje|gtv',
  prospektas: 'pr|prosp|prospekto|prospekte',
  aleja: 'al|alejos',
  skersgatvis: 'skg|skersg|skersgatvio',
  akligatvis: 'aklg|akligatvio',
  plentas: 'pl|plento',
  aikste: 'a|aikst|aikstes',
  takas: 'tak|tako',
  kelias: 'kel|kelio',
  krantine: 'krant|krantines',
  вулиця: 'вул|ул|вулиці|вулицею|вулицю|вулица|улица|vul|vulytsia|vulytsya|vulitsa|vulitsya|vulica|vulicia|ul|ulitsa|ulica',
  проспект: 'просп|пр т|пр кт|пр|проспекту|prosp|prospekt|pr|pr t|prospect',
  бульвар: 'бул|бульв|б р|бульвару|bul|bulv|bulvar|boulevard|blvd',
  провулок: 'пров|провулку|prov|provulok|пер|переулок|pereulok',
  площа: 'пл|площі|площу|площадь|pl|ploshcha|ploscha|ploshchad',
  майдан: 'майдану|maidan|majdan',
  набережна: 'наб|набережної|nab|naberezhna',
  проїзд: 'пр д|proizd|proyizd',
  шосе: 'shose|shosse|шоссе',
  узвіз: 'узв|uzviz',
  тупик: 'туп|tupyk|tupik',
  алея: 'aleia|aleya',
  street: 'st',
  road: 'rd',
  avenue: 'ave',
  lane: 'ln',
  square: 'sq',
}

/** Lithuanian and English types stand after the name. */
const TRAILING = new Set(
  'gatve prospektas aleja skersgatvis akligatvis plentas aikste takas kelias krantine street road avenue lane square'.split(' '),
)

/** Words that a form takes at most. */
export const LONGEST_KIND = 3

const KINDS = new Map<string, string[]>()
for (const [kind, forms] of Object.entries(FORMS)) {
  for (const form of [kind, ...forms.split('|')].filter(Boolean)) KINDS.set(form, [...(KINDS.get(form) ?? []), kind])
}

/** The types that a word, or several, can stand for: "pr" is prospektas and проспект. */
export function kindsOfForm(form: string): readonly string[] {
  return KINDS.get(form) ?? []
}

/** All types that are known by name. */
export const KIND_NAMES: readonly string[] = Object.keys(FORMS)

export interface KindAndName {
  /** Null where none is written. */
  kind: string | null
  name: string[]
}

/**
 * A street's words as its type and the rest. `type` is what the file gave as its type, in comparable form, or empty: then the label's words tell.
 * A name that is only a type stays a name.
 */
export function splitKind(words: readonly string[], type: string): KindAndName {
  if (type !== '') {
    const length = type.split(' ').length
    const isFirst = words.slice(0, length).join(' ') === type
    if (isFirst && words.length > length) return { kind: KINDS.get(type)?.[0] ?? type, name: words.slice(length) }
  }
  for (let length = LONGEST_KIND; length > 0; length--) {
    const leading = KINDS.get(words.slice(0, length).join(' '))?.find((kind) => !TRAILING.has(kind))
    if (leading && words.length > length) return { kind: leading, name: words.slice(length) }
  }
  const [trailing] = KINDS.get(words.at(-1) ?? '') ?? []
  return trailing && words.length > 1 ? { kind: trailing, name: words.slice(0, -1) } : { kind: null, name: [...words] }
}
