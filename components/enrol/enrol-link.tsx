import { BellRing } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { SiteLink } from '@/components/site/site-link'
import { buttonStyle } from '@/components/ui/button-style'

/** The way to be told of an address by message, without an account. */
export function EnrolLink({ addressId }: { addressId: number }) {
  const t = useTranslations('enrol')
  return (
    <div className="space-y-2 border-t border-line pt-4">
      <p>{t('offer')}</p>
      <SiteLink href={`/enrol?address=${addressId}`} className={buttonStyle('primary', 'w-full sm:w-auto')}>
        <BellRing aria-hidden="true" className="size-5 shrink-0" />
        {t('offer_link')}
      </SiteLink>
    </div>
  )
}
