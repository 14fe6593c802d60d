import path from 'node:path'
import { Font } from '@react-pdf/renderer'

/** One face with Latin, Lithuanian and Cyrillic letters in one file: the 14 that every PDF reader has know none of the last two. */
export const FAMILY = 'PT Sans'

const FILES = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'pt-sans')

const WEIGHTS = [400, 700] as const

/**
 * Makes a face's glyphs known by their letters. A letter that is drawn with the help of another (the Ukrainian "х" is the Latin "x") would else make that one
 * known without any: it looks right on paper, and whoever has the document read out hears nothing.
 */
async function nameGlyphs(fontWeight: (typeof WEIGHTS)[number]): Promise<void> {
  await Font.load({ fontFamily: FAMILY, fontWeight, fontStyle: 'normal' })
  const face = Font.getFont({ fontFamily: FAMILY, fontWeight, fontStyle: 'normal' })?.data
  if (face && 'characterSet' in face) for (const letter of face.characterSet) face.glyphForCodePoint(letter)
}

async function register(): Promise<void> {
  Font.register({
    family: FAMILY,
    fonts: [
      { src: path.join(FILES, '400Regular', 'PTSans_400Regular.ttf'), fontWeight: 400 },
      { src: path.join(FILES, '700Bold', 'PTSans_700Bold.ttf'), fontWeight: 700 },
    ],
  })
  Font.registerHyphenationCallback((word) => [word])
  await Promise.all(WEIGHTS.map(nameGlyphs))
}

let registered: Promise<void> | null = null

/** Makes the face known to the renderer, once, and lets it break no words: it only knows how to break English ones. */
export function registerFont(): Promise<void> {
  registered ??= register()
  return registered
}
