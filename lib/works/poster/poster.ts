import { z } from 'zod'
import type { Service, WorksState } from '@/lib/db/generated/enums'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { SupplyPlace, WindowText } from '../works'

/** A sheet for a stairwell takes two languages; in three nobody can read it from the stairs. */
export const MOST_LANGUAGES = 2

/** How a notice for stairwells is asked for. */
export interface PosterOptions {
  /** One or two. */
  languages: [Locale, ...Locale[]]
  /** A sheet for each building with its address, or one for all. */
  per: 'building' | 'works'
}

const options = z.object({ languages: z.array(z.string()).catch([]), per: z.enum(['building', 'works']).catch('works') })

/** Reads the options from an address: `language`, once or twice, or `language` and `second`. `fallback` where it names no language. */
export function readPosterOptions(query: URLSearchParams, fallback: Locale): PosterOptions {
  const { languages, per } = options.parse({ languages: [...query.getAll('language'), ...query.getAll('second')], per: query.get('per') })
  const [first = fallback, ...others] = [...new Set(languages.filter(isLocale))].slice(0, MOST_LANGUAGES)
  return { languages: [first, ...others], per }
}

/** What a sheet says. */
export interface Poster {
  reference: string
  service: Service
  state: WorksState
  reason: string
  advice: string
  contact: string
  /** The public wording of the kind of work, by language. */
  wording: Record<string, string>
  windows: WindowText[]
  supplyPlaces: SupplyPlace[]
  /** Each affected building, in the order of the street. */
  buildings: string[]
  streets: string[]
}
