import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { PhoneLink } from '@/components/ui/phone-link'
import type { Utility } from '@/lib/utility/utility'

/** Whom to call. */
export function ContactCard({ utility }: { utility: Utility }) {
  const t = useTranslations('contact')
  return (
    <Card as="section" aria-labelledby="contact" className="space-y-2">
      <h2 id="contact" className="text-xl">
        {t('title')}
      </h2>
      <p>{t('text')}</p>
      <p className="text-2xl">
        <PhoneLink phone={utility.phone} />
      </p>
      <p>
        <a href={utility.website} className="inline-flex min-h-11 items-center gap-2 text-brand underline underline-offset-4">
          <ExternalLink aria-hidden="true" className="size-5" />
          {utility.name}
        </a>
      </p>
    </Card>
  )
}
