'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Spinner } from '@/components/ui/spinner'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { RehearsedNotice } from '@/lib/notices/rehearsal/rehearse-notice'
import { Instant } from './instant'
import { RehearsalTable } from './rehearsal-table'
import { RehearsalTexts } from './rehearsal-texts'
import { RehearsalVerdict } from './rehearsal-verdict'
import { SkipReason } from './skip-reason'
import { type RehearsalSource, useRehearsal } from './use-rehearsal'

/** What publishing now would send: each notice, when, to how many, at what cost, in which words, and whether the law's instant is kept. */
export function RehearsalPanel({ zone, ...source }: RehearsalSource & { zone: string }) {
  const t = useTranslations('operator.rehearsal')
  const { data, isError } = useRehearsal(source)
  return (
    <section aria-labelledby="rehearsal" aria-busy={!data && !isError} className="space-y-3">
      <h2 id="rehearsal" className="text-xl">
        {t('title')}
      </h2>
      <p className="text-ink-soft">{t('lead')}</p>
      {isError && <Alert tone="danger" title={t('unreachable')} />}
      {!data && !isError && (
        <p role="status" className="flex items-center gap-2 text-ink-soft">
          <Spinner /> {t('waiting')}
        </p>
      )}
      {data && !data.ok && <Alert tone="danger" title={data.error.message} />}
      {data?.ok &&
        data.value.notices.map((notice) => <RehearsedNoticeCard key={`${notice.kind}:${notice.dueAt}`} notice={notice} zone={zone} />)}
    </section>
  )
}

function RehearsedNoticeCard({ notice, zone }: { notice: RehearsedNotice; zone: string }) {
  const t = useTranslations('operator.rehearsal')
  const kind = useTranslations('notice.kind')(notice.kind)
  const locale = useLocale()
  const cost = new Intl.NumberFormat(FORMATS[locale], { style: 'currency', currency: 'EUR' }).format(notice.cost)
  return (
    <Card as="section" className="space-y-3">
      <h3 className="text-lg font-bold">
        {kind}: <Instant at={notice.dueAt} zone={zone} short />
      </h3>
      {notice.skipReason ? (
        <p className="text-ink-soft">
          <SkipReason reason={notice.skipReason} />
        </p>
      ) : (
        <>
          <p>{t('total', { people: notice.people, segments: notice.segments, cost })}</p>
          <RehearsalVerdict notice={notice} zone={zone} />
          {notice.groups.length > 0 && <RehearsalTable notice={notice} caption={kind} />}
          {notice.groups.length > 0 && <RehearsalTexts groups={notice.groups} />}
        </>
      )}
    </Card>
  )
}
