import { CalendarPlus, Download, Rss } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'

export interface FollowCardProps {
  addressId: number
  /** "https://example.org": calendars ask a whole address. */
  origin: string
  /** Further ways. */
  children?: ReactNode
}

const LINK = 'inline-flex min-h-11 items-center gap-2.5 font-medium text-brand underline decoration-1 underline-offset-4 hover:decoration-2'

/** The ways to hear of this address without looking again. None of them needs an account. */
export function FollowCard({ addressId, origin, children }: FollowCardProps) {
  const t = useTranslations('follow')
  const locale = useLocale()
  const calendar = `/addresses/${addressId}/calendar.ics?lang=${locale}`
  return (
    <Card as="section" aria-labelledby="follow" className="needs-connection space-y-2 print:hidden">
      <h2 id="follow" className="text-xl">
        {t('title')}
      </h2>
      <p>{t('text')}</p>
      <ul>
        <li>
          <a href={`${origin.replace(/^https?:/, 'webcal:')}${calendar}`} className={LINK}>
            <CalendarPlus aria-hidden="true" className="size-5 shrink-0" />
            {t('calendar')}
          </a>
        </li>
        <li>
          <a href={calendar} className={LINK}>
            <Download aria-hidden="true" className="size-5 shrink-0" />
            {t('file')}
          </a>
        </li>
        <li>
          <a href={`/feeds/addresses/${addressId}.atom?lang=${locale}`} type="application/atom+xml" className={LINK}>
            <Rss aria-hidden="true" className="size-5 shrink-0" />
            {t('feed')}
          </a>
        </li>
      </ul>
      {children}
    </Card>
  )
}
