import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { StatusPill } from '@/components/ui/status-pill'
import { SubmitButton } from '@/components/ui/submit-button'
import type { StoppableAddress } from '@/lib/contacts/unsubscribe'

export interface UnsubscribeAddressesProps {
  addresses: readonly StoppableAddress[]
  stop: (addressId: number) => Promise<void>
  undo: (addressId: number) => Promise<void>
}

/** The addresses of one message, each of which can be stopped alone and taken back. Plain forms: they work without scripts. */
export function UnsubscribeAddresses({ addresses, stop, undo }: UnsubscribeAddressesProps) {
  const t = useTranslations('unsubscribe')
  if (addresses.length === 0) return null
  return (
    <Card as="section" aria-labelledby="addresses" className="max-w-2xl space-y-4">
      <h2 id="addresses" className="text-xl">
        {t('addresses')}
      </h2>
      <ul className="divide-y divide-line">
        {addresses.map(({ id, label, isStopped }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span className="min-w-0 space-y-1">
              <span className="block font-semibold break-words">{label}</span>
              {isStopped && <StatusPill tone="ended">{t('stopped')}</StatusPill>}
            </span>
            <form action={(isStopped ? undo : stop).bind(null, id)}>
              <SubmitButton variant="secondary" aria-label={`${t(isStopped ? 'undo_address' : 'stop_address')}: ${label}`}>
                {t(isStopped ? 'undo_address' : 'stop_address')}
              </SubmitButton>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
