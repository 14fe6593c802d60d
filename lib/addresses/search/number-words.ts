const ITALIAN =
  'uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno'.split(
    ' ',
  )
const ROMAN =
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx xxxi'.split(
    ' ',
  )
/** Words that stand for a number in names beside these. */
const OTHERS: ReadonlyArray<readonly [word: string, number: string]> = [
  ['primo', '1'],
  ['prima', '1'],
  ['secondo', '2'],
  ['terzo', '3'],
  ['quarto', '4'],
  ['cento', '100'],
  ['mille', '1000'],
]

/** The spellings of each number: "20", "xx", "venti". A single letter is an initial rather than a number. */
const SPELLINGS = new Map<string, string[]>()
for (let number = 1; number <= 31; number++) {
  const others = OTHERS.filter(([, value]) => value === String(number)).map(([word]) => word)
  SPELLINGS.set(String(number), [ITALIAN[number - 1] ?? '', ROMAN[number - 1] ?? '', ...others])
}
for (const [word, number] of OTHERS) if (!SPELLINGS.has(number)) SPELLINGS.set(number, [word])

const NUMBERS = new Map([...SPELLINGS].flatMap(([number, words]) => words.map((word): [string, string] => [word, number])))

/** Other spellings of a number in a street's name, in comparable form: "xx" → 20, venti. Empty for other words. */
export function otherSpellings(word: string): string[] {
  const number = NUMBERS.get(word) ?? word
  return [number, ...(SPELLINGS.get(number) ?? [])].filter((other) => other !== word && (other.length > 1 || /\d/.test(other)))
}
