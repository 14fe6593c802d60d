'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { FORMATS } from '@/lib/i18n/date-formats'
import { describeSeconds } from '@/lib/i18n/describe-seconds'
import type { Rehearsal } from '@/lib/notices/rehearsal/rehearse-works'
import type { WorksCheck } from '@/lib/works/check/works-check'
import { NoticeList } from '../notice-list'
import type { CheckActions } from './check-actions'
import { CheckLine } from './check-line'

/** All notices together: people are counted once a notice, and the longest wave says how long one takes. */
function sumUp({ notices }: Rehearsal) {
  const told = notices.filter(({ skipReason }) => skipReason === null)
  const sum = (of: 'segments' | 'cost') => told.reduce((total, notice) => total + notice[of], 0)
  return { segments: sum('segments'), cost: sum('cost'), seconds: Math.max(0, ...told.map(({ deliverySeconds }) => deliverySeconds)) }
}

/** Who hears by which channel in which language; when; what it costs, and how long a wave takes. */
export function TellingLines({ check, zone, rehearse }: { check: WorksCheck; zone: string; rehearse: CheckActions['rehearse'] }) {
  const t = useTranslations('operator.check.telling')
  const channel = useTranslations('outbox.channel')
  const locale = useLocale()
  const { reference, revision, channels, notices, affected } = check
  const { data } = useQuery({ queryKey: ['rehearsal', reference, revision], queryFn: () => rehearse(reference) })
  const languages = new Intl.DisplayNames(FORMATS[locale], { type: 'language' })
  const sums = data?.ok ? sumUp(data.value) : null
  const euros = new Intl.NumberFormat(FORMATS[locale], { style: 'currency', currency: 'EUR' })
  const cost = sums && { segments: sums.segments, cost: euros.format(sums.cost), time: describeSeconds(sums.seconds, locale) }
  return (
    <>
      <CheckLine tone={affected.contacts > 0 ? 'info' : 'danger'} title={t('people', { count: affected.contacts })}>
        <ul>
          {channels.map((group) => (
            <li key={`${group.channel}:${group.language}`}>
              {t('group', {
                channel: channel(group.channel),
                language: languages.of(group.language) ?? group.language,
                people: group.people,
              })}
            </li>
          ))}
        </ul>
      </CheckLine>
      <CheckLine tone="info" title={cost ? t('cost', cost) : t('notices', { count: notices.length })}>
        <NoticeList notices={notices} zone={zone} />
      </CheckLine>
    </>
  )
}
