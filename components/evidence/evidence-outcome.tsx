import { useTranslations } from 'next-intl'
import { MESSAGE_TONES } from '@/components/messages/message-tones'
import { StatusPill } from '@/components/ui/status-pill'
import { type EvidenceRow, whyNothing } from '@/lib/notices/evidence/evidence'

/** What became of one message, or why there is none. */
export function EvidenceOutcome({ row }: { row: EvidenceRow }) {
  const t = useTranslations()
  const reason = whyNothing(row)
  const code = reason === 'unreachable' ? row.unreachableReason : row.errorCode
  return (
    <>
      {row.state && <StatusPill tone={MESSAGE_TONES[row.state]}>{t(`evidence.state.${row.state}`)}</StatusPill>}
      {reason && <StatusPill tone="unknown">{t(`evidence.nothing.${reason}`)}</StatusPill>}
      {row.isStandIn && <span className="mt-1 block text-[0.94rem] text-ink-soft">{t('evidence.stand_in')}</span>}
      {code && <span className="mt-1 block text-[0.94rem] text-ink-soft">{t('evidence.error', { code })}</span>}
    </>
  )
}
