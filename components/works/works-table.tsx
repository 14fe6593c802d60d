import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { TextLink } from '@/components/ui/text-link'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { WorksListItem } from '@/lib/works/works'
import { ServiceName } from './service-name'
import { WorksStatePill } from './works-state-pill'

/** Works in rows, each leading to its page. */
export function WorksTable({ works, zone }: { works: readonly WorksListItem[]; zone: string }) {
  const t = useTranslations('operator.list')
  const locale = useLocale()
  const columns: Column<WorksListItem>[] = [
    {
      key: 'title',
      header: t('works'),
      cell: ({ reference, title }) => (
        <>
          <TextLink href={`/operator/works/${reference}`}>{title || t('untitled')}</TextLink>
          <span className="block text-[0.94rem] text-ink-soft">{reference}</span>
        </>
      ),
    },
    { key: 'state', header: t('state'), cell: ({ state }) => <WorksStatePill state={state} /> },
    { key: 'service', header: t('service'), cell: ({ service }) => <ServiceName service={service} /> },
    { key: 'start', header: t('start'), cell: ({ firstStart }) => (firstStart ? describeInstant(firstStart, zone, locale) : '–') },
    {
      key: 'points',
      header: t('service_points'),
      // Who is affected is frozen at publication: a draft has no number yet.
      cell: ({ state, servicePoints }) => (state === 'draft' || state === 'in_approval' ? '–' : servicePoints.toLocaleString(locale)),
      numeric: true,
    },
  ]
  return <DataTable caption={t('caption')} columns={columns} rows={works} rowKey={(row) => row.reference} />
}
