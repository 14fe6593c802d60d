'use client'

import { ChevronDown, Globe } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales'

/** The same page in another language. A plain disclosure with links, so that it works before and without any script. */
export function LanguageSwitch({ locale, label }: { locale: Locale; label: string }) {
  const page = usePathname().split('/').slice(2).join('/')
  const query = useSearchParams().toString()
  const hrefIn = (other: Locale) => `/${other}${page && `/${page}`}${query && `?${query}`}`
  return (
    <details key={`${locale}/${page}`} className="group relative" onBlur={closeWhenLeft}>
      <summary className="flex min-h-11 list-none items-center gap-1.5 rounded-control px-2.5 font-medium hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Globe aria-hidden="true" className="size-5" />
        <span className="sr-only">{label}: </span>
        {LOCALE_NAMES[locale]}
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="absolute right-0 z-20 mt-1 min-w-44 rounded-control border border-line bg-surface p-1.5 shadow-card">
        {LOCALES.map((other) => (
          <li key={other}>
            <a
              href={hrefIn(other)}
              hrefLang={other}
              lang={other}
              aria-current={other === locale ? 'true' : undefined}
              className="flex min-h-11 items-center rounded-md px-3 hover:bg-sunken aria-[current]:font-bold"
            >
              {LOCALE_NAMES[other]}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

function closeWhenLeft(event: React.FocusEvent<HTMLDetailsElement>) {
  if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
}
