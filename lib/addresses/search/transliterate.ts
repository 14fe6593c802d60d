/** Ukraine's official romanisation (Cabinet of Ministers, resolution 55 of 2010). */
const NATIONAL: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'e',
  ы: 'y',
  э: 'e',
  ъ: '',
}
const AT_BEGINNING: Record<string, string> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' }

export function isCyrillic(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word)
}

/** A Ukrainian word in Latin letters, by the official rules: "київська" → "kyivska", "згурська" → "zghurska". */
export function transliterate(word: string): string {
  let latin = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? ''
    const isAfterZ = letter === 'г' && word[at - 1] === 'з'
    latin += isAfterZ ? 'gh' : ((at === 0 ? AT_BEGINNING[letter] : undefined) ?? NATIONAL[letter] ?? letter)
  }
  return latin
}

/** Spellings of one sound by which habits differ from the official rules and from each other, longest first. */
const HABITS: ReadonlyArray<readonly [RegExp, string]> = [
  [/shch|sch|szcz|sc|sh|sz/g, '1'],
  [/zh|rz/g, '2'],
  [/kh|gh|x|g/g, 'h'],
  [/ch|cz/g, '3'],
  [/ts|tz|c/g, '4'],
  [/[iyj]+e/g, 'e'],
  [/[iyj]+a/g, 'a'],
  [/[iyj]+u/g, 'u'],
  [/[iyj]+/g, 'i'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
]

/** What the common ways to write a Ukrainian word in Latin letters share: "kyivska", "kijivska" and "kiivska" are one. */
export function latinSkeleton(latin: string): string {
  return HABITS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin)
}
