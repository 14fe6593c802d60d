import { useLocale, useTranslations } from 'next-intl'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { SkipLink } from '@/components/ui/skip-link'
import { Wordmark } from '@/components/ui/wordmark'
import { SiteLink } from './site-link'
import { SiteNavigationLink } from './site-navigation-link'

/** The top of every public page. `utility` says on whose behalf it speaks; empty while that is not known. */
export function PublicHeader({ utility }: { utility: string }) {
  const t = useTranslations('site')
  const locale = useLocale()
  return (
    <header className="border-b-3 border-accent bg-surface print:border-b print:border-line-strong">
      <SkipLink>{t('skip')}</SkipLink>
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 px-4 sm:gap-x-5 sm:px-6">
        <SiteLink href="/" className="flex min-h-16 items-center text-brand">
          <Wordmark />
        </SiteLink>
        {utility && <span className="hidden border-l border-line-strong pl-5 text-ink-soft lg:block print:block">{utility}</span>}
        <nav
          aria-label={t('navigation')}
          className="order-last -mx-2 flex w-[calc(100%+1rem)] flex-wrap sm:order-none sm:mx-0 sm:ml-auto sm:w-auto print:hidden"
        >
          <SiteNavigationLink href={`/${locale}/works`} label={t('works')} />
          <SiteNavigationLink href={`/${locale}/help`} label={t('help')} />
          <SiteNavigationLink href={`/${locale}/account`} label={t('my_account')} />
        </nav>
        <div className="ml-auto sm:ml-0 print:hidden">
          <LanguageSwitch locale={locale} label={t('language')} />
        </div>
      </div>
    </header>
  )
}
