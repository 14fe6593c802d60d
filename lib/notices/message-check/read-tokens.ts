/** One word, number or link of a text. */
export interface Token {
  /** Folded: no case, no accents. A link is its address; one to the page of works is `works:` and their reference. */
  word: string
  /** Where it stands in the text. */
  from: number
  to: number
  /** The host that a link leads to. */
  host?: string
}

const SCHEME = String.raw`https?:[\/\\]{2}[^\s<>"«»“”]+`
/** What phones turn into a link by themselves: a name with a usual ending, or with a path behind it. */
const BARE = String.raw`(?<![\p{L}\p{N}@.])(?:[\p{L}\p{N}-]+\.)+(?:(?:com|net|org|info|biz|app|link|online|site|shop|top|xyz|click|me|ly|to|cc|co|io|it|lt|ua|uk|eu|ru|de|fr|pl)(?![\p{L}\p{N}-])(?:[\/?#][^\s<>"«»“”]*)?|\p{L}{2,}\/[^\s<>"«»“”]+)`
/** "12/A", "7-Б", "16-18"; but no two times of a day. */
const HOUSE = String.raw`(?<![\p{L}\p{N}:])\d{1,4}(?:[-\/](?:\p{L}{1,3}|\d{1,2})){1,2}(?![\p{L}\p{N}:\/-])`
const WORD = String.raw`[\p{L}\p{N}\p{M}\u0001-\u0003]+`
const TOKEN = new RegExp(`(?<link>${SCHEME}|${BARE})|${HOUSE}|${WORD}`, 'giu')

/** Marks that end a sentence are no part of a link. */
const AFTER_LINK = /[.…,;:!?)\]'’]+$/

const WORKS_PAGE = /^\/[a-z]{2}\/works\/(w-\d{4}-\d{4,})\/?$/i

/** With what the word of a link to the page of works begins. */
export const WORKS_LINK = 'works:'

/** A text's letters as they are compared. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function readLink(text: string, ownHost: string): Pick<Token, 'word' | 'host'> | null {
  const address = /^https?:/i.test(text) ? text : `http://${text}`
  if (!URL.canParse(address)) return { word: fold(text), host: fold(text) }
  const { host, pathname, search, username } = new URL(address)
  const reference = WORKS_PAGE.exec(pathname)?.[1]
  const isOwn = host === ownHost && username === ''
  // A page of ours that is not named to its end, because a phone cut it, does no harm and proves nothing.
  if (isOwn && !reference) return null
  return { word: isOwn ? WORKS_LINK + fold(reference ?? '') : `${fold(host)}${pathname}${search}`, host }
}

/** The words of a text in their order, links in one piece. `ownHost` is that of the public pages. Pure. */
export function readTokens(text: string, ownHost: string): Token[] {
  return [...text.matchAll(TOKEN)].flatMap(({ 0: found, index: from, groups }) => {
    if (!groups?.link) return [{ word: fold(found), from, to: from + found.length }]
    const link = found.replace(AFTER_LINK, '')
    const read = readLink(link, ownHost)
    return read ? [{ ...read, from, to: from + link.length }] : []
  })
}
