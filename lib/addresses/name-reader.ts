import { trailingType } from './list-street-types'
import { isStretchAt } from './list-stretch'
import type { TokenCursor } from './token-cursor'

/** A street's name as it stands in the list. */
export interface ListedName {
  text: string
  /** It has its type behind it: a number right there is a house's, whatever follows. */
  endsInType: boolean
}

/** Reads the names of streets. */
export class NameReader {
  /** "vie Roma e Verdi": the type of the names that follow. */
  private plural: string | null = null
  /** The name that is being read has its type before it. */
  private isTyped = false

  constructor(
    private readonly text: string,
    private readonly cursor: TokenCursor,
  ) {}

  /** A type in the plural holds up to the end of its line. */
  endLine(): void {
    this.plural = null
  }

  /** The words of a name. The cursor is on its first, and is left behind its last. */
  run(): ListedName {
    const { cursor } = this
    const start = cursor.at
    const type = cursor.typeAt(start)
    this.isTyped = type !== null
    if (type) {
      cursor.at += type.length
      this.plural = type.isPlural ? type.type : null
    }
    const nameStart = cursor.at
    while (this.isNameAt(nameStart)) cursor.at += 1
    const words = this.text.slice(cursor.startOf(type?.isPlural ? nameStart : start), cursor.endBefore(cursor.at))
    const text = this.plural && (!type || type.isPlural) ? `${this.plural} ${words}` : words
    return { text, endsInType: this.hasTrailingType(nameStart) }
  }

  /** Whether the token at the cursor is one more of the name that began at `nameStart`. */
  private isNameAt(nameStart: number): boolean {
    const { cursor } = this
    const { at } = cursor
    const kind = cursor.kindAt(at)
    const isFirst = at === nameStart
    if (kind === 'dash') return !isFirst && cursor.kindAt(at + 1) === 'word' && !cursor.typeAt(at + 1) && !cursor.startsNumbers(at + 1)
    if (kind === 'number') return cursor.isNumberOfName(at) && !this.hasTrailingType(nameStart)
    if (kind !== 'word') return false
    if (isFirst) return !isStretchAt(cursor, at, !this.isTyped) && !(cursor.means(at, 'and') && cursor.typeAt(at + 1))
    if (isStretchAt(cursor, at, true)) return false
    if (cursor.means(at, 'and')) return !this.endsAtAnd(at, nameStart)
    return !cursor.startsNumbers(at)
  }

  private hasTrailingType(nameStart: number): boolean {
    const words: string[] = []
    for (let at = nameStart; at < this.cursor.at; at++) {
      const word = this.cursor.wordAt(at)
      if (word) words.push(word)
    }
    return trailingType(words) !== null
  }

  /** "via Roma e via Verdi" are two, "via Pietro e Paolo" is one, "vie Roma e Verdi" are two. */
  private endsAtAnd(at: number, nameStart: number): boolean {
    const { cursor } = this
    const next = at + (cursor.meaningAt(at)?.length ?? 1)
    if (cursor.typeAt(next) || this.plural) return true
    return this.hasTrailingType(nameStart) && cursor.kindAt(next) === 'word'
  }
}
