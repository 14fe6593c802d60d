import type { ParsedPiece } from './street-list'

/** Takes a list of streets apart. Not there yet. */
export function readStreetList(_text: string): ParsedPiece[] {
  return []
}
