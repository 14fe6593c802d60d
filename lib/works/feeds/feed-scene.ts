import { badInput } from '@/lib/errors'
import { isLocale, LOCALES, type Locale } from '@/lib/i18n/locales'
import type { Utility } from '@/lib/utility/utility'

/** What a feed is written with: in which language, on whose clocks, where its links lead. */
export interface FeedScene {
  locale: Locale
  utility: Utility
  /** Origin of the public pages, without a slash at its end. */
  publicUrl: string
}

/** The language that `?lang=` asks for, else the utility's. Throws `bad_input` for one that is not spoken here. */
export function readFeedLanguage(lang: string | null, utility: Utility): Locale {
  if (lang === null) return utility.defaultLanguage
  if (!isLocale(lang)) throw badInput('not_one_of', 'lang', { allowed: LOCALES.join(', ') })
  return lang
}

/** What names of feeds and entries are made unique with. An installation that moves to another host names everything anew. */
export function hostOf({ publicUrl }: FeedScene): string {
  return new URL(publicUrl).hostname
}

/** A name for good (RFC 4151) of what `path` says. The year is that in which this way of naming began. */
export function tagOf(scene: FeedScene, path: string): string {
  return `tag:${hostOf(scene)},2026:${path}`
}
