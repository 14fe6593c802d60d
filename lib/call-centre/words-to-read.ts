import { describeWindow } from '@/lib/i18n/describe-window'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { Utility } from '@/lib/utility/utility'
import type { CallerOutage } from './call-centre'

/** What is to be said about: an outage without its words yet, and what staff wrote of the works in the utility's own language. */
export type OutageFacts = Omit<CallerOutage, 'words'> & { reason: string; advice: string }

function wordsIn(facts: OutageFacts, { zone, defaultLanguage }: Pick<Utility, 'zone' | 'defaultLanguage'>, locale: Locale): string {
  const words = translator(locale, 'callCentre.say')
  const { service, state, isExtended } = facts
  const { day, hours, end } = describeWindow(facts, zone, locale)
  const isOn = state === 'coming' || state === 'running'
  const isOwnLanguage = locale === defaultLanguage
  const advice = isOwnLanguage && facts.advice ? facts.advice : translator(locale, 'notice.advice')(service)
  const sentences = [
    words(state, { service, day, hours, end }),
    isOn && isExtended && words('extended'),
    isOn && words('back', { service, end }),
    isOn && isOwnLanguage && facts.reason && words('reason', { reason: facts.reason }),
    isOn && advice,
  ]
  const said = sentences.filter(Boolean).join(' ')
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1)
}

/**
 * What to read out to a caller about one interruption, in every language. What staff wrote themselves (reason, advice) is only said in the
 * language that they wrote it in. Pure; hours are the utility's.
 */
export function wordsToRead(facts: OutageFacts, utility: Pick<Utility, 'zone' | 'defaultLanguage'>): Record<Locale, string> {
  return Object.fromEntries(LOCALES.map((locale) => [locale, wordsIn(facts, utility, locale)])) as Record<Locale, string>
}
