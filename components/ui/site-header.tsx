import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch'
import { LocaleLink } from './locale-link'
import { MainNavigation, type NavigationEntry } from './main-navigation'
import { SkipLink } from './skip-link'
import { Wordmark } from './wordmark'

export interface SiteHeaderProps {
  /** Main navigation; paths without their language. */
  links?: readonly NavigationEntry[]
  /** Where the name leads to. */
  home?: string
  /** At the end: who is signed in. */
  children?: ReactNode
  /** Pages that need all the room (the map) use the whole width. */
  wide?: boolean
}

function withLanguage({ href, label, covers }: NavigationEntry, locale: string): NavigationEntry {
  return { href: `/${locale}${href}`, label, ...(covers && { covers: covers.map((path) => `/${locale}${path}`) }) }
}

export function SiteHeader({ links = [], home = '/', children, wide = false }: SiteHeaderProps) {
  const t = useTranslations('site')
  const locale = useLocale()
  return (
    <header className="border-b border-line bg-surface">
      <SkipLink>{t('skip')}</SkipLink>
      <div className={`mx-auto flex flex-wrap items-center gap-x-2 px-4 sm:gap-x-4 sm:px-6 ${wide ? '' : 'max-w-6xl'}`}>
        <LocaleLink href={home} className="flex min-h-16 items-center text-brand">
          <Wordmark />
        </LocaleLink>
        {links.length > 0 && <MainNavigation entries={links.map((link) => withLanguage(link, locale))} label={t('navigation')} />}
        <div className="ml-auto flex flex-wrap items-center justify-end gap-1 sm:gap-2">
          {children}
          <LanguageSwitch locale={locale} label={t('language')} />
        </div>
      </div>
    </header>
  )
}
