import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { LinkButton } from '@/components/ui/link-button'
import { ServiceIcon } from '@/components/ui/service-icon'
import type { OwnAccount } from '@/lib/self-service/self-service'
import { SupplyLine } from './supply-line'

/** One account: what it is, and what is planned there. */
export function AccountCard({ account, zone }: { account: OwnAccount; zone: string }) {
  const t = useTranslations()
  const { id, number, service, address } = account
  return (
    <Card as="li" className="flex flex-col gap-4">
      <div className="flex items-start gap-3">
        <ServiceIcon service={service} className="mt-1 size-6" />
        <div className="min-w-0 space-y-0.5">
          <h2 id={`account-${id}`} className="text-xl break-words">
            {address ?? t('account.no_address')}
          </h2>
          <p className="text-ink-soft">
            {t(`service.${service}`)} · {t('account.number', { number })}
          </p>
        </div>
      </div>
      <SupplyLine supply={account} zone={zone} />
      <LinkButton href={`/account/accounts/${id}`} variant="secondary" className="mt-auto self-start" aria-describedby={`account-${id}`}>
        {t('account.open')}
      </LinkButton>
    </Card>
  )
}
