import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import { ServiceName } from '@/components/works/service-name'
import type { CallerAccount, CallerView } from '@/lib/call-centre/call-centre'

/** Every account at the address, each leading to its own screen. */
export function AccountList({ view: { accounts, accountCount, account } }: { view: CallerView }) {
  const t = useTranslations('callCentre')
  const services = useTranslations('operator.list')
  const columns: Column<CallerAccount>[] = [
    {
      key: 'number',
      header: t('account.number'),
      cell: ({ id, number, isActive }) => (
        <>
          {id === account?.id ? (
            <strong className="font-semibold">{number}</strong>
          ) : (
            <TextLink href={`/operator/call-centre/accounts/${id}`}>{number}</TextLink>
          )}
          {!isActive && <span className="block text-[0.94rem] text-ink-soft">{t('hit.ended')}</span>}
        </>
      ),
    },
    { key: 'service', header: services('service'), cell: ({ service }) => <ServiceName service={service} /> },
    { key: 'holder', header: t('account.holder'), cell: ({ holderName }) => holderName || '–' },
    { key: 'meter', header: t('account.meter'), cell: ({ meterNumber }) => meterNumber || '–' },
  ]
  return (
    <div className="space-y-3">
      <h2 className="text-2xl">{t('account.others')}</h2>
      {accounts.length > 0 ? (
        <DataTable caption={t('account.others')} columns={columns} rows={accounts} rowKey={({ id }) => id} />
      ) : (
        <p>{t('account.none')}</p>
      )}
      {accountCount > accounts.length && <p>{t('account.more', { shown: accounts.length, count: accountCount })}</p>}
    </div>
  )
}
