import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { NoticeDelivery } from '@/lib/notices/get-deliveries'

/** What the figures of the notices do not say by themselves: messages whose outcome is unknown, and counts that do not come out even. */
export function NoticeNotes({ notices }: { notices: readonly NoticeDelivery[] }) {
  const t = useTranslations('operator.notices')
  const isUnknown = notices.some(({ counts, standIns }) => counts.unknown + standIns.unknown > 0)
  const differs = notices.some(({ reconciliation }) => reconciliation === 'differs')
  return (
    <>
      {differs && (
        <Alert tone="danger" title={t('differs_title')}>
          <p>{t('differs_text')}</p>
        </Alert>
      )}
      {isUnknown && (
        <Alert tone="unknown" title={t('unknown_title')}>
          <p className="max-w-prose">{t('unknown_text')}</p>
        </Alert>
      )}
    </>
  )
}
