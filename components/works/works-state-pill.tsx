import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { WorksState } from '@/lib/db/generated/enums'

/** What each state looks like. */
export const WORKS_TONES: Record<WorksState, Tone> = {
  draft: 'neutral',
  in_approval: 'waiting',
  published: 'coming',
  running: 'running',
  ended: 'clear',
  cancelled: 'cancelled',
}

export function WorksStatePill({ state }: { state: WorksState }) {
  const t = useTranslations('operator.state')
  return <StatusPill tone={WORKS_TONES[state]}>{t(state)}</StatusPill>
}
