/** Ukrainian and typographic apostrophes that Unicode counts as letters, so that the class below would keep them. */
const APOSTROPHES = /[\u02B9-\u02BF\u02C8]/g
/** Latin letters that Unicode does not take apart into a letter and a mark. */
const UNDIVIDED: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/**
 * How street names are compared and kept in `street.search_text`: lower case, Latin letters without accents, punctuation and apostrophes as single
 * spaces. Marks of other scripts stay: й and ї are letters of their own.
 */
export function normaliseStreet(label: string): string {
  return label
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøłđı]/g, (letter) => UNDIVIDED[letter] ?? letter)
    .replace(APOSTROPHES, ' ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
