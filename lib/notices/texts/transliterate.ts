import { SegmentedMessage } from 'sms-segments-calculator'

/**
 * Ukrainian in Latin letters as passports have it: Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010. No package that is kept
 * up has that table, the one the law names; the soft sign and the apostrophe are left out by it.
 */
const UKRAINIAN: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '' },
  ...{ ю: 'iu', я: 'ia', ы: 'y', э: 'e', ё: 'io', ъ: '' },
}
const AT_START: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

/** Marks that other languages set otherwise. */
const MARKS: Record<string, string> = {
  '№': 'No',
  '«': '"',
  '»': '"',
  '„': '"',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '–': '-',
  '—': '-',
  '…': '...',
}

const SPACES = /[\u00a0\u2000-\u200a\u202f]/g
const SOFT = /[\u00ad\u200b\ufeff]/g

const known = new Map<string, boolean>()

function isGsm(letter: string): boolean {
  const answer = known.get(letter) ?? new SegmentedMessage(letter).encodingName === 'GSM-7'
  known.set(letter, answer)
  return answer
}

/** Typographic quotes, dashes and spaces as those of a keyboard, which cost an SMS no more than other letters. */
export function plainMarks(text: string): string {
  return text
    .replace(SPACES, ' ')
    .replace(SOFT, '')
    .replace(/[«»„“”‘’ʼ–—…№]/g, (mark) => MARKS[mark] ?? mark)
}

function withCase(latin: string, letter: string, isShouted: boolean): string {
  if (letter === letter.toLowerCase()) return latin
  return isShouted ? latin.toUpperCase() : latin.charAt(0).toUpperCase() + latin.slice(1)
}

function writeLatin(letter: string, before: string, after: string): string {
  const small = letter.toLowerCase()
  const isInside = /\p{L}/u.test(before)
  // "зг" is "zgh": "zh" is another letter.
  const latin = small === 'г' && /з/iu.test(before) ? 'gh' : ((isInside ? undefined : AT_START[small]) ?? UKRAINIAN[small])
  if (latin !== undefined) return withCase(latin, letter, /\p{Lu}/u.test(after) || (isInside && /\p{Lu}/u.test(before)))
  const bare = letter.normalize('NFKD').replace(/\p{M}/gu, '')
  return [...bare].every(isGsm) && !bare.includes('?') ? bare : letter
}

/**
 * A text in letters of GSM-7, which take half the room in an SMS: Ukrainian as in passports, other letters without their marks. A letter that
 * has none there stays as it is; nothing ever becomes "?".
 */
export function transliterate(text: string): string {
  const letters = [...plainMarks(text.replace(/(?<=\p{Script=Cyrillic})['’ʼ](?=\p{Script=Cyrillic})/gu, ''))]
  return letters
    .map((letter, index) => (isGsm(letter) ? letter : writeLatin(letter, letters[index - 1] ?? '', letters[index + 1] ?? '')))
    .join('')
}
