import { ListReader } from './list-reader'
import type { ParsedPiece } from './street-list'

/**
 * Takes a list of streets apart, as offices write it in Italian, Lithuanian, Ukrainian or English: docs/street-lists.md has the grammar. Pure:
 * nothing is looked up. Never throws for a text, whatever it is; a piece that cannot be read has a `problem` and no readings.
 */
export function readStreetList(text: string): ParsedPiece[] {
  return new ListReader(text.normalize('NFC')).read()
}
