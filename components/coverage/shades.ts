/** Shares below each bound, from few to many. Each square also carries its number: the colour alone tells nothing. */
export const SHADES = [
  { below: 0.2, colour: '#b3381b' },
  { below: 0.35, colour: '#d9822b' },
  { below: 0.5, colour: '#e3c04b' },
  { below: 0.7, colour: '#7fb069' },
  { below: 1.01, colour: '#1f7a5c' },
] as const

/** "20–35" for the second shade, in percent. */
export function shadeRange(index: number): string {
  const from = index === 0 ? 0 : Math.round((SHADES[index - 1]?.below ?? 0) * 100)
  return `${from}–${Math.min(100, Math.round((SHADES[index]?.below ?? 1) * 100))}`
}
