import { useTranslations } from 'next-intl'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { WorksState } from '@/lib/db/generated/enums'

const TONES: Record<WorksState, Tone> = {
  draft: 'neutral',
  in_approval: 'waiting',
  published: 'coming',
  running: 'running',
  ended: 'clear',
  cancelled: 'cancelled',
}

export function WorksStatePill({ state }: { state: WorksState }) {
  const t = useTranslations('operator.state')
  return <StatusPill tone={TONES[state]}>{t(state)}</StatusPill>
}
