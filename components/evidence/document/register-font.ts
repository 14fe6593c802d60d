import path from 'node:path'
import { Font } from '@react-pdf/renderer'

/** One face with Latin, Lithuanian and Cyrillic letters in one file: the 14 that every PDF reader has know none of the last two. */
export const FAMILY = 'PT Sans'

const FILES = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'pt-sans')

/** Makes the face known to the renderer, and lets it break no words: it only knows how to break English ones. Harmless when done again. */
export function registerFont(): void {
  Font.register({
    family: FAMILY,
    fonts: [
      { src: path.join(FILES, '400Regular', 'PTSans_400Regular.ttf'), fontWeight: 400 },
      { src: path.join(FILES, '700Bold', 'PTSans_700Bold.ttf'), fontWeight: 700 },
    ],
  })
  Font.registerHyphenationCallback((word) => [word])
}
