import { badInput } from '@/lib/errors'
import type { FieldSource } from './match-columns'

/** No name, code or number of a utility is longer; a longer one is a slip of columns. */
const MAX_CHARACTERS = 200

const SPACE = 32

/** Control characters, outer and doubled spaces. Looks at codes, since every cell of a million rows comes here. */
function isTidy(text: string): boolean {
  let before = SPACE
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < SPACE || (code >= 0x7f && code <= 0xa0) || (code === SPACE && before === SPACE)) return false
    before = code
  }
  return before !== SPACE || text === ''
}

function tidy(text: string): string {
  return isTidy(text) ? text : text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The fields of the row under the reader's eye. */
export class Row {
  private cells: string[] = []

  constructor(private readonly sources: ReadonlyMap<string, FieldSource>) {}

  /** Moves on to another row of the file. */
  turnTo(cells: string[]): this {
    this.cells = cells
    return this
  }

  /** The field's text without surplus space or control characters; null where the file has no such column. Throws for over 200 characters. */
  text(field: string): string | null {
    const source = this.sources.get(field)
    if (!source) return null
    const text = tidy('column' in source ? (this.cells[source.column] ?? '') : source.constant)
    if (text.length > MAX_CHARACTERS) throw badInput('import_too_long', field, { max: MAX_CHARACTERS, found: text.length })
    return text
  }

  /** The field's text as the file has it, however long: for what is no name, as an outline. */
  whole(field: string): string {
    const source = this.sources.get(field)
    if (!source) return ''
    return 'column' in source ? (this.cells[source.column] ?? '') : source.constant
  }

  /** The field's text, or null where there is nothing. */
  filled(field: string): string | null {
    return this.text(field) || null
  }

  /** The field's text. Throws where there is nothing. */
  required(field: string): string {
    const text = this.filled(field)
    if (text === null) throw badInput('import_value_missing', field)
    return text
  }
}
