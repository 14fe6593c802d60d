import { ShieldCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Card } from '@/components/ui/card'

/** How to make sure that a message, or this page, is ours. */
export function GenuineCard({ origin }: { origin: string }) {
  const t = useTranslations('genuine')
  return (
    <Card as="section" aria-labelledby="genuine" className="space-y-2 print:hidden">
      <h2 id="genuine" className="flex items-center gap-2 text-xl">
        <ShieldCheck aria-hidden="true" className="size-6 shrink-0" />
        {t('title')}
      </h2>
      <p>{t.rich('text', { host: new URL(origin).host, b: (words) => <strong className="wrap-anywhere">{words}</strong> })}</p>
      <p>{t('never')}</p>
      <SiteTextLink href="/message-check" className="inline-flex min-h-11 items-center">
        {t('check')}
      </SiteTextLink>
      <br />
      <SiteTextLink href="/unsubscribe" className="inline-flex min-h-11 items-center">
        {t('stop')}
      </SiteTextLink>
    </Card>
  )
}
