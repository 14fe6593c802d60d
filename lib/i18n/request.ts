import { getRequestConfig } from 'next-intl/server'
import { CATALOGUES } from './catalogues'
import { DEFAULT_LOCALE, isLocale } from './locales'

/** What next-intl needs to render one request. Pages format times in the utility's zone, which they name themselves. */
export default getRequestConfig(async ({ requestLocale }) => {
  const requested = (await requestLocale) ?? DEFAULT_LOCALE
  const locale = isLocale(requested) ? requested : DEFAULT_LOCALE
  return { locale, messages: CATALOGUES[locale], timeZone: 'UTC' }
})
