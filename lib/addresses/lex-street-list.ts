import { canonicalSuffix, type HouseNumber } from './house-number'
import { normaliseStreet } from './normalise-street'

interface Place {
  /** Where it stands in the text. */
  start: number
  end: number
}

export type ListToken = Place &
  (
    | { kind: 'number'; house: HouseNumber }
    /** In comparable form. A word that a hyphen joins to the one before, and an initial ("Франка І."), is nothing but part of a name. */
    | { kind: 'word'; word: string; isNameOnly: boolean; isCapital: boolean }
    | { kind: 'comma' | 'break' | 'open' | 'close' | 'dash' | 'colon' }
  )

const ORDINAL = '(?:bis|ter|quater|quinquies|sexies)'
const DASHES = '\\-\\u2010-\\u2015\\u2212\\u2E3A\\u2E3B\\uFE58\\uFE63\\uFF0D'

/**
 * A house number with its suffix: "12", "12/A", "12A", "14-А", "12 bis", "16/18", "5/2/c". A letter after a space is left to the reader, who knows
 * "12 e 14" from "12 E". Followed by more letters it is a word: "11-osios", "2nd", "100.000".
 */
const NUMBER = new RegExp(
  `\\d{1,5}(?!\\d)(?:\\s?/\\s?(?:\\d{1,4}|${ORDINAL}|\\p{L}{1,2})(?![\\p{L}\\p{M}\\d])|[-\\u2010\\u2011\\u2013]?${ORDINAL}(?!\\p{L})|\\s+${ORDINAL}(?!\\p{L})` +
    `|(?<=\\d)[-\\u2010\\u2011\\u2013]\\p{L}(?![\\p{L}\\p{M}\\d'’ʼ])|(?!st|nd|rd|th)(?:\\p{L}|\\p{Lu}{2})(?![\\p{L}\\p{M}'’ʼ]))*(?![\\p{L}\\p{M}\\d])(?!\\.\\d)(?![-\\u2010\\u2011]\\p{L}{2})`,
  'uy',
)
const WORD = /(?:\p{L}[\p{L}\p{M}]*|\d[\p{L}\p{M}\d.-]*[\p{L}\p{M}\d])/uy
const SIGN = new RegExp(`[,;:()\\[\\]{}\\n\\r&\\u2028\\u2029|•‣◦●▪·*№#${DASHES}]`, 'uy')

const SIGNS: Record<string, 'comma' | 'break' | 'open' | 'close' | 'colon'> = {
  ',': 'comma',
  ';': 'break',
  '|': 'break',
  '•': 'break',
  '‣': 'break',
  '◦': 'break',
  '●': 'break',
  '▪': 'break',
  '\n': 'break',
  '\r': 'break',
  '\u2028': 'break',
  '\u2029': 'break',
  ':': 'colon',
  '(': 'open',
  '[': 'open',
  '{': 'open',
  ')': 'close',
  ']': 'close',
  '}': 'close',
}

function readNumber(text: string): HouseNumber {
  const [digits = ''] = /^\d+/.exec(text) ?? []
  return { number: Number(digits), suffix: canonicalSuffix(text.slice(digits.length).replace(/^\s+/, '')) }
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}]/u.test(letter)

/** A hyphen between letters without a space: "Moreno-Rossi". */
function joins(text: string, at: number): boolean {
  return /[-\u2010\u2011]/.test(text[at] ?? '') && isLetter(text[at - 1]) && isLetter(text[at + 1])
}

function readSign(text: string, at: number, sign: string, before: ListToken | undefined): ListToken | null {
  const place = { start: at, end: at + sign.length }
  if (sign === '&') return { kind: 'word', word: 'and', isNameOnly: false, isCapital: false, ...place }
  if (sign === '№' || sign === '#') return { kind: 'word', word: 'n', isNameOnly: false, isCapital: false, ...place }
  if (sign === '*' || sign === '·') return null
  const kind = SIGNS[sign]
  if (kind) return { kind, ...place }
  const isBehindNumber = before?.kind === 'number' && before.end === at // "7/A-C"
  return joins(text, at) && !isBehindNumber ? null : { kind: 'dash', ...place }
}

/** "І." and "Т.Г.", but not "Б. 5" in Latin letters, where "N. 5" is common. */
function isInitial(text: string, at: number, raw: string): boolean {
  return /^[\p{Script=Cyrillic}]$/u.test(raw) && /^\p{Lu}/u.test(raw) && text[at + 1] === '.'
}

function readWord(text: string, at: number, raw: string): ListToken | null {
  const word = normaliseStreet(raw)
  if (!word) return null
  const isElided = word === 'all' && /['’ʼ]/.test(text[at + 3] ?? '') // "all'11": Italian, not English
  return {
    kind: 'word',
    word: isElided ? 'al' : word,
    isNameOnly: joins(text, at - 1) || isInitial(text, at, raw),
    isCapital: /^\p{Lu}/u.test(raw),
    start: at,
    end: at + raw.length,
  }
}

/** Takes a list apart into words, house numbers and signs. What is none of them says nothing: quotes, full stops, symbols. */
export function lexStreetList(text: string): ListToken[] {
  const tokens: ListToken[] = []
  for (let at = 0; at < text.length; ) {
    const number = matchAt(NUMBER, text, at)
    if (number) {
      tokens.push({ kind: 'number', house: readNumber(number), start: at, end: at + number.length })
      at += number.length
      continue
    }
    const raw = matchAt(WORD, text, at)
    const word = raw ? readWord(text, at, raw) : null
    if (raw && word) {
      tokens.push(word)
      at += raw.length
      continue
    }
    const sign = matchAt(SIGN, text, at)
    const token = sign ? readSign(text, at, sign, tokens.at(-1)) : null
    if (token) tokens.push(token)
    at += (raw ?? sign ?? String.fromCodePoint(text.codePointAt(at) ?? 0)).length
  }
  return tokens
}
