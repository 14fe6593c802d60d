import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { StatusPill } from '@/components/ui/status-pill'
import { SubmitButton } from '@/components/ui/submit-button'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { ManagerView } from '@/lib/self-service/buildings/list-managers'
import { MANAGER_TONES } from './manager-card'

export interface ManagerTableProps {
  managers: readonly ManagerView[]
  zone: string
  grant: (personId: number) => Promise<void>
  refuse: (personId: number) => Promise<void>
}

/** Who looks after buildings, for staff to grant or refuse them figures. */
export function ManagerTable({ managers, zone, grant, refuse }: ManagerTableProps) {
  const [t, words] = [useTranslations('buildings.staff'), useTranslations('buildings')]
  const locale = useLocale()
  const columns = [
    { key: 'name', header: t('name'), cell: ({ name }: ManagerView) => <span className="font-semibold">{name}</span> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }: ManagerView) => <StatusPill tone={MANAGER_TONES[state]}>{words(`state.${state}`)}</StatusPill>,
    },
    { key: 'buildings', header: t('buildings'), numeric: true, cell: ({ buildings }: ManagerView) => buildings },
    { key: 'contacts', header: t('contacts'), cell: ({ contacts }: ManagerView) => contacts.join(', ') },
    { key: 'asked', header: t('asked'), cell: ({ requestedAt }: ManagerView) => describeInstant(requestedAt, zone, locale) },
    {
      key: 'act',
      header: t('decide'),
      cell: ({ personId, name, state }: ManagerView) => (
        <div className="flex flex-wrap gap-2">
          {state !== 'granted' && (
            <form action={grant.bind(null, personId)}>
              <SubmitButton aria-label={`${t('grant')}: ${name}`}>{t('grant')}</SubmitButton>
            </form>
          )}
          {state !== 'refused' && (
            <form action={refuse.bind(null, personId)}>
              <SubmitButton variant="secondary" aria-label={`${t('refuse')}: ${name}`}>
                {t('refuse')}
              </SubmitButton>
            </form>
          )}
        </div>
      ),
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={managers} rowKey={({ personId }) => personId} />
}
