/** What a word can mean in a list of streets, beside being part of a name. */
export type ListWord =
  | 'from'
  | 'to'
  | 'end'
  | 'start'
  | 'onwards'
  | 'odd'
  | 'even'
  | 'whole'
  | 'and'
  | 'except'
  | 'between'
  | 'stretch'
  /** "civico", "Nr.", "буд.": says that a number comes. */
  | 'number'
  /** "lato", "compreso", "сторона": says nothing more than its neighbour. */
  | 'side'
  | 'article'

/** The words of all languages, in comparable form (normaliseStreet): offices of one country mix them little, and no word means two things. */
const WORDS: Record<ListWord, string> = {
  from: 'dal da dall dalla dallo dai nuo з із зі від from',
  to: 'al alla allo ai a fino sino iki по до to till until through thru',
  end: 'fine termine galo pabaigos кінця кінець end',
  start: 'inizio principio pradzios початку start beginning',
  onwards: 'toliau далі onwards onward',
  odd: 'dispari neporiniai neporine neporiniu neporinius neporines neporinis nelyginiai nelyginiu nelyginius nelygine непарні непарна непарних непарний непарну непарними непарної непарному odd odds',
  even: 'pari poriniai porine poriniu porinius porines porinis lyginiai lyginiu lyginius lygine парні парна парних парний парну парними парної парному even evens',
  whole:
    'tutta tutto tutti tutte intera intero intere interi interamente completamente visa visas visi visai istisai вся весь уся увесь усі всі повністю цілком whole all entire entirely',
  and: 'e ed nonche anche ir bei taip pat і й та також а and plus',
  except:
    'escluso esclusa esclusi escluse eccetto eccettuato eccettuata eccettuati eccettuate tranne salvo isskyrus be крім окрім без except excepting excluding without',
  between: 'tra fra tarp між between',
  stretch:
    'tratto tratti tratta atkarpa atkarpoje ruozas ruoze ділянка ділянці ділянку відрізок відрізку відтинок відтинку stretch section',
  number:
    'n nn nr nro num numero numeri no nos number numbers civico civici civ namas namai namu namo nama namus numeris numeriai numerio numeriais буд будинок будинки будинку будинків будинками б номер номери номера houses house',
  side: 'lato lati solo soli solamente numerazione compreso compresa compresi comprese incluso inclusa inclusi incluse estremi puse puses puseje tik imtinai сторона сторони стороні сторону бік боку тільки лише включно side sides only inclusive inclusi',
  article: 'il lo la l i gli le ai dei degli delle del della di the of',
}

/** Words that mean something only together. */
const PHRASES: ReadonlyArray<readonly [words: string, meaning: ListWord]> = [
  ['in poi', 'onwards'],
  ['in avanti', 'onwards'],
  ['e oltre', 'onwards'],
  ['e seguenti', 'onwards'],
  ['ir toliau', 'onwards'],
  ['і далі', 'onwards'],
  ['та далі', 'onwards'],
  ['and onwards', 'onwards'],
  ['and up', 'onwards'],
  ['per intero', 'whole'],
  ['per tutta', 'whole'],
  ['visu ilgiu', 'whole'],
  ['на всій', 'whole'],
  ['ad eccezione di', 'except'],
  ['ad eccezione', 'except'],
  ['a eccezione', 'except'],
  ['fatta eccezione per', 'except'],
  ['за винятком', 'except'],
  ['but not', 'except'],
  ['but without', 'except'],
  ['ma non', 'except'],
  ['bet ne', 'except'],
  ['але не', 'except'],
  ['apart from', 'except'],
  ['other than', 'except'],
  ['with the exception of', 'except'],
  ['up to', 'to'],
]

const MEANINGS = new Map(
  Object.entries(WORDS).flatMap(([meaning, words]) => words.split(' ').map((word): [string, ListWord] => [word, meaning as ListWord])),
)

/** What a word means in a list, or null where it is part of a name. In comparable form. */
export function meaningOf(word: string): ListWord | null {
  return MEANINGS.get(word) ?? null
}

/** The meaning of the longest phrase with which the words begin, and of how many words it is. */
export function phraseAt(words: readonly string[]): { meaning: ListWord; length: number } | null {
  const found = PHRASES.filter(([phrase]) => phrase.split(' ').every((word, index) => words[index] === word))
  const [longest] = found.sort(([one], [other]) => other.length - one.length)
  return longest ? { meaning: longest[1], length: longest[0].split(' ').length } : null
}

/** Words before a type that belong to a sentence: "in via Roma", "по вул. Франка". */
export const PREPOSITIONS = new Set([
  'in',
  'nella',
  'nelle',
  'di',
  'della',
  'su',
  'sulla',
  'на',
  'по',
  'в',
  'у',
  'la',
  'le',
  'of',
  'on',
  'the',
])
/** Marks of a former name in parentheses: "(ex via Littorio)". */
export const FORMER = new Set(['ex', 'gia', 'former', 'formerly', 'buv', 'колишня', 'кол', 'раніше'])
