import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SiteTextLink } from './site-text-link'

/** The way from the home page to this one; `above` are pages between. */
export function SiteCrumbs({ here, above = [] }: { here: string; above?: ReadonlyArray<{ label: string; href: string }> }) {
  const t = useTranslations('site')
  return (
    <nav aria-label={t('path')} className="print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-[0.94rem]">
        {[{ label: t('home'), href: '/' }, ...above].map(({ label, href }) => (
          <li key={href} className="flex items-center gap-1.5">
            <SiteTextLink href={href} className="inline-flex min-h-11 items-center">
              {label}
            </SiteTextLink>
            <ChevronRight aria-hidden="true" className="size-4 text-ink-soft" />
          </li>
        ))}
        <li className="min-w-0">
          <span aria-current="page" className="break-words text-ink-soft">
            {here}
          </span>
        </li>
      </ol>
    </nav>
  )
}
