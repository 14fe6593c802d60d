import { type ListToken, lexStreetList } from './lex-street-list'
import { TokenCursor } from './token-cursor'

/** A place as a text names it: between two commas. */
export interface ParsedPlace {
  text: string
  line: number
  /** Where the text is parted at "and", as places in it: "Pieve di Cento e Galliera" may be two. */
  parts: Array<[start: number, end: number]>
}

/** Places, and what is taken out of them. */
export interface ParsedPlaces {
  places: ParsedPlace[]
  /** What stands behind "except": streets, or places within these. */
  exceptions: Array<{ text: string; line: number }>
}

class PlaceReader {
  private readonly tokens: ListToken[]
  private readonly cursor: TokenCursor
  private readonly groups: ParsedPlaces[] = []
  private group: ParsedPlaces = { places: [], exceptions: [] }
  private start = 0

  constructor(private readonly text: string) {
    this.tokens = lexStreetList(text)
    this.cursor = new TokenCursor(this.tokens)
  }

  read(): ParsedPlaces[] {
    for (let at = 0; at < this.tokens.length; ) {
      const kind = this.cursor.kindAt(at)
      if (kind === 'break') this.endGroup(at)
      if (kind === 'break' || kind === 'comma' || kind === 'open' || kind === 'close') {
        this.endPlace(at)
        at += 1
      } else if (this.cursor.means(at, 'except')) {
        this.endPlace(at)
        at = this.readExceptions(at)
      } else at += 1
    }
    this.endGroup(this.tokens.length)
    return this.groups
  }

  private slice(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]]
    return first && last && to > from ? this.text.slice(first.start, last.end) : ''
  }

  private lineOf(at: number): number {
    return this.text.slice(0, this.tokens[at]?.start ?? 0).split(/\r\n|[\n\r\u2028\u2029]/).length
  }

  private endPlace(at: number): void {
    let start = this.start
    while (start < at && this.cursor.means(start, 'and')) start += 1
    let end = at
    while (end > start && this.cursor.means(end - 1, 'and')) end -= 1
    this.start = at + 1
    const text = this.slice(start, end)
    if (!text) return
    const origin = this.tokens[start]?.start ?? 0
    const parts: ParsedPlace['parts'] = []
    let from = start
    for (let next = start; next <= end; next++) {
      if (next < end && !this.cursor.means(next, 'and')) continue
      const [first, last] = [this.tokens[from], this.tokens[next - 1]]
      if (first && last && next > from) parts.push([first.start - origin, last.end - origin])
      from = next + 1
    }
    this.group.places.push({ text: text.slice(0, 400), line: this.lineOf(start), parts })
  }

  private endGroup(at: number): void {
    this.endPlace(at)
    if (this.group.places.length > 0 || this.group.exceptions.length > 0) this.groups.push(this.group)
    this.group = { places: [], exceptions: [] }
  }

  /** Up to the end of the line, or of the parentheses. */
  private readExceptions(at: number): number {
    const isInside = this.cursor.kindAt(at - 1) === 'open'
    const from = this.cursor.skipNoise(at + (this.cursor.meaningAt(at)?.length ?? 1))
    let end = from
    for (let depth = 0; !this.cursor.isEnd(end); end++) {
      if (this.cursor.kindAt(end) === 'open') depth += 1
      if (this.cursor.kindAt(end) === 'close' && --depth < 0 && isInside) break
    }
    const text = this.slice(from, end)
    if (text) this.group.exceptions.push({ text, line: this.lineOf(from) })
    this.start = end
    return end
  }
}

/**
 * Takes "Galliera and Pieve di Cento, but not via Verdi" apart, in four languages: one group for each line or semicolon, since an exception holds for
 * the places beside it. Pure, and never throws for a text.
 */
export function readPlaceList(text: string): ParsedPlaces[] {
  return new PlaceReader(text.normalize('NFC')).read()
}
