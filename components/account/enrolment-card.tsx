import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { DAY, FORMATS } from '@/lib/i18n/date-formats'
import type { OwnEnrolment } from '@/lib/self-service/self-service'
import { SupplyLine } from './supply-line'
import { type ToldActions, ToldList } from './told-list'

/** An address that is followed without a contract, and by which contacts. */
export function EnrolmentCard({ enrolment, zone, actions }: { enrolment: OwnEnrolment; zone: string; actions: ToldActions }) {
  const t = useTranslations('account')
  const locale = useLocale()
  const { addressId, address, renewBy, told } = enrolment
  const day = renewBy && new Intl.DateTimeFormat(FORMATS[locale], { ...DAY, timeZone: zone }).format(new Date(renewBy))
  return (
    <Card as="article" aria-labelledby={`address-${addressId}`} className="space-y-4">
      <h3 id={`address-${addressId}`} className="text-xl break-words">
        {address}
      </h3>
      <SupplyLine supply={enrolment} zone={zone} />
      <TextLink href={`/addresses/${addressId}`} className="inline-flex min-h-11 items-center">
        {t('at_address')}
      </TextLink>
      {day && <p className="text-ink-soft">{t('renew_by', { day })}</p>}
      <ToldList told={told} zone={zone} actions={actions} />
    </Card>
  )
}
