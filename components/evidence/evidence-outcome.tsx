import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { MessageState } from '@/lib/db/generated/enums'
import { type EvidenceRow, whyNothing } from '@/lib/notices/evidence/evidence'

const TONES: Record<MessageState, Tone> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'info',
  delivered: 'clear',
  failed: 'danger',
  expired: 'danger',
  suppressed: 'neutral',
  superseded: 'cancelled',
  unknown: 'unknown',
}

/** What became of one message, or why there is none. */
export function EvidenceOutcome({ row }: { row: EvidenceRow }) {
  const t = useTranslations()
  const reason = whyNothing(row)
  const code = reason === 'unreachable' ? row.unreachableReason : row.errorCode
  return (
    <>
      {row.state && <StatusPill tone={TONES[row.state]}>{t(`evidence.state.${row.state}`)}</StatusPill>}
      {reason && <StatusPill tone="unknown">{t(`evidence.nothing.${reason}`)}</StatusPill>}
      {row.isStandIn && <span className="mt-1 block text-[0.94rem] text-ink-soft">{t('evidence.stand_in')}</span>}
      {code && <span className="mt-1 block text-[0.94rem] text-ink-soft">{t('evidence.error', { code })}</span>}
    </>
  )
}
