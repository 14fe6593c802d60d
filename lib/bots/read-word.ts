import { readStopWord } from '@/lib/contacts/read-stop-word'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { COMMANDS, type Command } from './bots'

/** What a whole message may be that is a command, or answers a question. */
export type Word = Command | 'yes' | 'no'

/** What people write for it, in the four languages, beside the labels of the buttons. */
const WORDS: Record<Exclude<Word, 'stop' | 'start'>, string[]> = {
  menu: [
    'menu',
    'main menu',
    'home',
    'hello',
    'hi',
    'ciao',
    'salve',
    'buongiorno',
    'buonasera',
    'inizio',
    'meniu',
    'labas',
    'laba diena',
    'sveiki',
    'pradžia',
    'меню',
    'привіт',
    'вітаю',
    'добрий день',
    'доброго дня',
    'головна',
  ],
  help: ['help', 'info', '?', 'aiuto', 'aiutami', 'pagalba', 'padėk', 'допомога', 'довідка', 'допоможіть', 'поміч'],
  language: ['language', 'languages', 'lang', 'lingua', 'lingue', 'kalba', 'kalbos', 'мова', 'мови'],
  add: [
    'add',
    'add account',
    'account',
    'contract',
    'aggiungi',
    'aggiungere',
    'contratto',
    'utenza',
    'pridėti',
    'pridėk',
    'sutartis',
    'sąskaita',
    'додати',
    'додай',
    'рахунок',
    'особовий рахунок',
    'договір',
  ],
  enrol: [
    'enrol',
    'enroll',
    'address',
    'follow',
    'register',
    'indirizzo',
    'iscrivi',
    'iscrivimi',
    'iscriviti',
    'segui',
    'registra',
    'adresas',
    'sekti',
    'registruoti',
    'prenumeruoti',
    'адреса',
    'стежити',
    'реєстрація',
    'зареєструвати',
  ],
  list: [
    'list',
    'my addresses',
    'my accounts',
    'mine',
    'elenco',
    'lista',
    'i miei',
    'i miei indirizzi',
    'sąrašas',
    'mano',
    'mano adresai',
    'список',
    'мої',
    'мої адреси',
    'мої рахунки',
  ],
  remove: [
    'remove',
    'delete',
    'unfollow',
    'rimuovi',
    'rimuovere',
    'elimina',
    'togli',
    'pašalinti',
    'ištrinti',
    'pašalink',
    'видалити',
    'вилучити',
    'прибрати',
  ],
  planned: [
    'planned',
    'what is planned',
    'whats planned',
    'outages',
    'works',
    'programma',
    'cosa è previsto',
    'che cosa è previsto',
    'previsto',
    'lavori',
    'interruzioni',
    'planuojama',
    'kas planuojama',
    'kas numatyta',
    'darbai',
    'planai',
    'що заплановано',
    'заплановано',
    'відключення',
    'роботи',
    'плани',
    'графік',
  ],
  person: [
    'person',
    'human',
    'operator',
    'phone',
    'call',
    'talk to a person',
    'operatore',
    'persona',
    'telefono',
    'parlare con una persona',
    'žmogus',
    'operatorius',
    'telefonas',
    'paskambinti',
    'людина',
    'оператор',
    'телефон',
    'подзвонити',
    'зателефонувати',
  ],
  back: ['back', 'indietro', 'atgal', 'назад'],
  cancel: [
    'cancel',
    'never mind',
    'annulla',
    'annullare',
    'lascia stare',
    'atšaukti',
    'nutraukti',
    'atšauk',
    'скасувати',
    'відміна',
    'відмінити',
  ],
  yes: [
    'yes',
    'y',
    'yeah',
    'ok',
    'okay',
    'confirm',
    'sì',
    'si',
    'certo',
    'conferma',
    'va bene',
    'taip',
    'gerai',
    'patvirtinti',
    'так',
    'ага',
    'добре',
    'підтвердити',
    'да',
  ],
  no: ['no', 'n', 'nope', 'ne', 'ні'],
}

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
