import { readStopWord } from '@/lib/contacts/read-stop-word'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { COMMANDS } from './bots'
import { WORDS, type Word } from './words'

/** One spelling: small letters without accents and marks at the ends, single spaces; a lone "?" stays. */
function spell(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’ʼ]/g, '')
  return plain
    .replace(/^[^\p{L}\p{N}?]+|[^\p{L}\p{N}?]+$/gu, '')
    .replace(/(?<=.)\?+$/, '')
    .replace(/[\s-]+/g, ' ')
}

/** The labels of buttons in all languages: whoever writes what stands on one means it. */
function labels(): Array<[string, Word]> {
  return Object.values(CATALOGUES).flatMap((catalogue) => {
    const words = catalogue.bot.button
    return ([...COMMANDS, 'yes', 'no'] as const).map((word): [string, Word] => [spell(words[word]), word])
  })
}

const KNOWN = new Map<string, Word>([
  ...Object.entries(WORDS).flatMap(([word, spellings]) => spellings.map((spelling): [string, Word] => [spell(spelling), word as Word])),
  ...labels(),
])

/** Nobody writes a longer one; what is longer need not be looked at. */
const LONGEST = 60
/** What stops all messages when an SMS says it. In a dialogue it stands on a button and ends what is being asked: nobody loses notices by it. */
const ENDS_STEP = new Set(['cancel', 'annulla', 'nutraukti', 'скасувати'].map(spell))

/**
 * Whether a text is nothing but a word that means something at any time, in any of our languages. `isAsking`: a question is open, so that "yes" is its
 * answer; else it starts all messages, as by SMS. Pure.
 */
export function readWord(text: string, isAsking: boolean): Word | null {
  if (text.length > LONGEST) return null
  const word = spell(text)
  if (ENDS_STEP.has(word)) return 'cancel'
  const known = KNOWN.get(word) ?? null
  if (isAsking && (known === 'yes' || known === 'no')) return known
  return readStopWord(text) ?? known
}
