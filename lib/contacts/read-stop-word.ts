/** What people write to be left in peace, in the four languages; also those words that Twilio itself takes for it. */
const STOP = [
  ...['stop', 'stop all', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'opt out', 'optout'],
  ...['ferma', 'fermare', 'fermate', 'annulla', 'basta', 'disiscrivi', 'disiscrivimi', 'cancellami'],
  ...['stabdyti', 'stabdyk', 'sustabdyti', 'atsisakyti', 'atsisakau', 'nutraukti', 'gana', 'nebesiųsti', 'nebesiųskite'],
  ...['стоп', 'відписатися', 'відписатись', 'відписка', 'скасувати', 'досить', 'зупинити', 'припинити'],
]

/** What they write to hear from us again. */
const START = [
  ...['start', 'unstop', 'yes', 'subscribe', 'resume'],
  ...['sì', 'inizia', 'riprendi', 'riprendere', 'attiva', 'riattiva'],
  ...['pradėti', 'pradėk', 'taip', 'tęsti', 'atnaujinti'],
  ...['старт', 'так', 'почати', 'підписатися', 'підписатись', 'відновити'],
]

/** One spelling: small letters without accents (few type them in a hurry), nothing but single spaces between words. */
function spell(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/[\s-]+/g, ' ')
}

const STOP_WORDS = new Set(STOP.map(spell))
const START_WORDS = new Set(START.map(spell))

/** Nobody writes a longer one; what is longer need not be looked at. */
const LONGEST = 60

/**
 * Whether a text is nothing but a word that stops messages or starts them again, in any of our languages, however it is written ("Stop!",
 * " BASTA ", "/stop"). A sentence that has such a word in it is not: nobody loses notices by talking.
 */
export function readStopWord(text: string): 'stop' | 'start' | null {
  if (text.length > LONGEST) return null
  const word = spell(text)
  if (STOP_WORDS.has(word)) return 'stop'
  return START_WORDS.has(word) ? 'start' : null
}
