/** A text that sorts suffixes by their letters, and a number at their beginning by its size: 16/2 comes before 16/10. Compared by code points. */
export function suffixOrder(suffix: string): string {
  return suffix.replace(/^[0-9]+/, (digits) => digits.padStart(12, '0'))
}
