/** What a spreadsheet would take for the beginning of a formula, also in full-width letters. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

function toCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * One line of CSV as RFC 4180 has it, with its CRLF; null is an empty cell. A cell that a spreadsheet would run as a formula ("=…", "+39…") gets
 * an apostrophe in front (OWASP, CSV injection).
 */
export function csvLine(cells: ReadonlyArray<string | number | null>): string {
  return `${cells.map((cell) => (cell === null ? '' : toCell(String(cell)))).join(',')}\r\n`
}
