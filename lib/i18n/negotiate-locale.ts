import { DEFAULT_LOCALE, isLocale, type Locale } from './locales'

/** The best of our languages for an Accept-Language header ("uk-UA,uk;q=0.9,en;q=0.5"). */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const wishes = (acceptLanguage ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().split(';')
    const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='))
    return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: quality ? Number(quality.slice(2)) : 1 }
  })
  const known = wishes.filter(({ language, quality }) => isLocale(language) && quality > 0).sort((a, b) => b.quality - a.quality)
  const best = known[0]?.language
  return best !== undefined && isLocale(best) ? best : DEFAULT_LOCALE
}
