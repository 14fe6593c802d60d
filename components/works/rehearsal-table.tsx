'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/components/ui/data-table'
import { FORMATS } from '@/lib/i18n/date-formats'
import { describeSeconds } from '@/lib/i18n/describe-seconds'
import type { RehearsedGroup, RehearsedNotice } from '@/lib/notices/rehearsal/rehearse-notice'

/** A notice's people by channel and language: how many, what it costs, how long it takes. */
export function RehearsalTable({ notice, caption }: { notice: RehearsedNotice; caption: string }) {
  const t = useTranslations('operator.rehearsal')
  const channels = useTranslations('outbox.channel')
  const locale = useLocale()
  const number = (value: number) => value.toLocaleString(FORMATS[locale])
  const euros = (value: number) => new Intl.NumberFormat(FORMATS[locale], { style: 'currency', currency: 'EUR' }).format(value)
  const language = (code: string) => new Intl.DisplayNames([FORMATS[locale]], { type: 'language' }).of(code) ?? code
  const columns: Column<RehearsedGroup>[] = [
    { key: 'channel', header: t('columns.channel'), cell: (group) => channels(group.channel) },
    { key: 'language', header: t('columns.language'), cell: (group) => language(group.language) },
    { key: 'people', header: t('columns.people'), numeric: true, cell: (group) => number(group.people) },
    {
      key: 'segments',
      header: t('columns.segments'),
      numeric: true,
      cell: (group) => (group.channel === 'sms' ? number(group.units) : '–'),
    },
    { key: 'cost', header: t('columns.cost'), numeric: true, cell: (group) => euros(group.cost) },
    { key: 'time', header: t('columns.time'), numeric: true, cell: (group) => describeSeconds(group.deliverySeconds, locale) },
  ]
  return <DataTable caption={caption} columns={columns} rows={notice.groups} rowKey={(group) => `${group.channel}:${group.language}`} />
}
