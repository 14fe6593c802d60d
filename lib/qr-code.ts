import { encode } from 'uqr'

/** A QR code: side length in modules, and an SVG path of its dark ones. */
export interface QrCode {
  size: number
  path: string
}

/** Draws a text as a QR code that a scratched print still gives back (level M), with the quiet border that readers need. */
export function drawQrCode(text: string): QrCode {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: dark.join('') }
}
