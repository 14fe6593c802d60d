import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FILE = path.resolve(process.cwd(), '../shared/data/schemas/naughty-strings.json')

/** A few of each kind, for where the long list is not there. */
const SOME = [
  'Ω≈ç√∫˜µ≤',
  '田中さんにあげて下さい',
  '👩‍👩‍👧‍👦 🇮🇹',
  'ﷺ',
  '<script>alert(1)</script>',
  '&amp; %20 +1',
  '"; DROP TABLE x; --',
  '\u202Etest\u202C',
  'a\tb',
  '[[cut]]',
]

/** A half of a pair of surrogates is no character: no database and no provider keeps it. */
const wellFormed = (text: string) => Buffer.from(text).toString()

/** Strings that have broken other people's programs; those that are nothing but white space left out, as no message is. */
export const NAUGHTY_STRINGS: string[] = [...(existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as string[]) : []), ...SOME]
  .map(wellFormed)
  .filter((text) => text.trim() !== '')
