import { normaliseStreet } from '../normalise-street'

/** As much as an address can be long, in characters and words; the rest of a longer text is of no use. */
const LONGEST_TEXT = 200
const MOST_WORDS = 24

/** Latin letters that look like Cyrillic ones: a keyboard that was not switched leaves them inside Ukrainian words. */
const LOOKALIKES: Record<string, string> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
  k: 'к',
  m: 'м',
  t: 'т',
  h: 'н',
  b: 'в',
}

const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u

function inOneScript(word: string): string {
  return CYRILLIC.test(word) && LATIN.test(word) ? word.replace(/[a-z]/g, (letter) => LOOKALIKES[letter] ?? letter) : word
}

/**
 * The words of a street, a town or a whole address as the search compares them: normaliseStreet's form, Ukrainian words free of Latin letters, and
 * a number that is written onto a word apart from it ("roma12" → roma, 12).
 */
export function foldWords(text: string): string[] {
  const folded = normaliseStreet(text.slice(0, LONGEST_TEXT))
  if (folded === '') return []
  const apart = /\p{L}\d/u.test(folded) ? folded.replace(/(?<=(?:^| )\p{L}{2,})(?=\d)/gu, ' ') : folded
  const words = apart.split(' ').slice(0, MOST_WORDS)
  return CYRILLIC.test(apart) && LATIN.test(apart) ? words.map(inOneScript) : words
}
