import { leadingType } from './list-street-types'
import type { TokenCursor } from './token-cursor'

/** Where "tratto da via Roma a via Po" begins: a part of a street between others. `isBehindName`: a name stands before. */
export function isStretchAt(cursor: TokenCursor, at: number, isBehindName: boolean): boolean {
  const found = cursor.meaningAt(at)
  if (!found) return false
  const next = at + found.length
  if (found.meaning === 'stretch') return !cursor.startsNumbers(next) && !cursor.isSign(next)
  if (found.meaning !== 'between' && found.meaning !== 'from') return false
  const after = cursor.skipNoise(next)
  if (leadingType(cursor.wordsAt(after, 3)) && cursor.kindAt(after + 1) === 'word') return true
  const isClear = /^(?:nuo|від|tarp|між|from|between)$/.test(cursor.wordAt(at) ?? '')
  return isClear && isBehindName && cursor.kindAt(after) === 'word' && cursor.meaningAt(after) === null
}

/** Behind the stretch that begins at the cursor, with the streets that it lies between and the signs around it; null where none begins. */
export function endOfStretchOrNull(cursor: TokenCursor): number | null {
  const isOpen = cursor.kindAt(cursor.at) === 'open'
  const at = cursor.at + (isOpen || cursor.kindAt(cursor.at) === 'comma' ? 1 : 0)
  if (!isStretchAt(cursor, at, true)) return null
  let end = at
  while (!cursor.isEnd(end) && cursor.kindAt(end) !== 'close' && (isOpen || cursor.kindAt(end) !== 'comma')) end += 1
  return isOpen && cursor.kindAt(end) === 'close' ? end + 1 : end
}
