import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { ServiceName } from '@/components/works/service-name'
import type { CallerAccount } from '@/lib/call-centre/call-centre'

/** What stands on the caller's bill. */
export function AccountFacts({ account }: { account: CallerAccount }) {
  const t = useTranslations('callCentre')
  const { number, meterNumber, eicCode, service, servicePoint, kind, units, isActive } = account
  return (
    <Card as="section" aria-labelledby="account" className="space-y-4">
      <h2 id="account" className="text-xl">
        {t('account.title')}
      </h2>
      <ServiceName service={service} />
      <DescriptionList
        items={[
          { term: t('account.number'), details: isActive ? number : `${number} (${t('hit.ended')})` },
          meterNumber === '' ? null : { term: t('account.meter'), details: meterNumber },
          eicCode === null ? null : { term: t('account.eic'), details: eicCode },
          { term: t('account.point'), details: kind === 'shared' ? `${servicePoint}\n${t('account.shared', { units })}` : servicePoint },
        ]}
      />
    </Card>
  )
}
