/** What programs put above a text that is handed on, in the languages of our readers. */
const LABELS = 'from|to|date|sent|subject|da|a|data|inviato|oggetto|nuo|kam|išsiųsta|tema|від|кому|надіслано|дата|тема'
const HEADER = new RegExp(String.raw`^\s*(?:${LABELS})\s*:\s.{0,160}$`, 'iu')
const FORWARDED =
  /^\s*(?:(?:fwd?|i|ps|пересл)\s*:\s*)?[-–—\s>]*(?:(?:begin )?forwarded(?: message)?|messaggio inoltrato|inoltrato|persiųst\S*(?: \S+)?|переслан\S*(?: \S+)?)[-–—\s:]*$/iu
const LINK = /https?:|www\./i

export interface StrippedText {
  text: string
  /** Whether something stood above it that names a sender: that can be written by anyone. */
  hasHeader: boolean
}

/** A text without what stands above it when it is handed on, and without the marks of a quotation. A line with a link always stays. */
export function stripHeader(text: string): StrippedText {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/^(?:\s*>)+ ?/, ''))
  const isAbove = (line: string) => line.trim() === '' || ((HEADER.test(line) || FORWARDED.test(line)) && !LINK.test(line))
  const first = lines.findIndex((line) => !isAbove(line))
  const above = first === -1 ? lines : lines.slice(0, first)
  return { text: first === -1 ? '' : lines.slice(first).join('\n'), hasHeader: above.some((line) => line.trim() !== '') }
}
