/** `text` so that LIKE takes it letter by letter. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
