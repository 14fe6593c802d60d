import type { useTranslations } from 'next-intl'
import type { AddressSearchFrameProps } from './address-search-frame'

/** As many suggestions as the API gives at most. */
const MOST_SUGGESTIONS = 8

/** What a search for an address says of its suggestions; `t` translates the namespace `search`. */
export function suggestionWords(t: ReturnType<typeof useTranslations<'search'>>): AddressSearchFrameProps['words'] {
  return {
    suggestions: t('suggestions'),
    streetNext: t('street_next'),
    counts: Array.from({ length: MOST_SUGGESTIONS + 1 }, (_, count) => t('count', { count })),
  }
}
