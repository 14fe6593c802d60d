'use client'

import { useTranslations } from 'next-intl'
import { RehearsalVerdict } from './rehearsal-verdict'
import { type RehearsalSource, useRehearsal } from './use-rehearsal'

/** In the publish dialog: whether every first notice is out in time. The figures stand on the page behind it. */
export function RehearsalSummary({ zone, ...source }: RehearsalSource & { zone: string }) {
  const t = useTranslations('operator.rehearsal')
  const { data } = useRehearsal(source)
  if (!data) return <p className="text-ink-soft">{t('waiting')}</p>
  if (!data.ok) return null
  return data.value.notices.map((notice) => <RehearsalVerdict key={`${notice.kind}:${notice.dueAt}`} notice={notice} zone={zone} />)
}
