import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { ImportProblem } from './imports'

/** What is wrong with a row and how to mend it, in words. */
export function describeProblem(problem: Pick<ImportProblem, 'reason' | 'params'>, locale: Locale): string {
  return translator(locale, 'errors')(problem.reason, problem.params)
}
