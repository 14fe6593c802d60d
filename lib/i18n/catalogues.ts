import type { Locale } from './locales'
import en from './messages/en.json' with { type: 'json' }
import it from './messages/it.json' with { type: 'json' }
import lt from './messages/lt.json' with { type: 'json' }
import uk from './messages/uk.json' with { type: 'json' }

export type Catalogue = typeof en

export const CATALOGUES: Record<Locale, Catalogue> = { en, it, lt, uk }
