import type { StreetListPiece } from '@/lib/addresses/street-list'

/** Where line `number`, counted from 1, begins. */
function startOfLine(text: string, number: number): number {
  let at = 0
  for (let line = 1; line < number; line++) {
    const end = text.indexOf('\n', at)
    if (end === -1) return at
    at = end + 1
  }
  return at
}

export interface MendedList {
  list: string
  /** The text of the piece as it is now. */
  piece: string
}

/**
 * The list with the street of an unknown piece replaced by `street`; its numbers stay as they are. Null where the words that were taken for the
 * street do not stand in it as they are.
 */
export function mendPiece(list: string, { text, line, problem }: StreetListPiece, street: string): MendedList | null {
  const wrong = problem?.params.street
  const from = list.indexOf(text, startOfLine(list, line))
  if (typeof wrong !== 'string' || wrong === '' || from === -1) return null
  const at = text.toLowerCase().indexOf(wrong.toLowerCase())
  if (at === -1) return null
  const piece = `${text.slice(0, at)}${street}${text.slice(at + wrong.length)}`
  return { list: `${list.slice(0, from)}${piece}${list.slice(from + text.length)}`, piece }
}
