import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { WorksWords } from './works-words'

/** Words of works as labelled lines: "Why: …". What is left out of `words` is left out. */
export function wordsAsLines(words: Partial<WorksWords>, locale: Locale): string[] {
  const label = translator(locale, 'notice.label')
  const outage = translator(locale, 'outage')
  const labelled = (name: string, text: string | null | undefined) => (text ? `${name}: ${text}` : null)
  return [
    words.lead,
    labelled(label('when'), words.when?.join('; ')),
    labelled(label('where'), words.where),
    labelled(label('why'), words.why),
    labelled(label('advice'), words.advice),
    labelled(outage('supply'), words.water),
    labelled(label('more'), words.link),
    labelled(label('questions'), words.questions),
  ].filter((line) => typeof line === 'string')
}
