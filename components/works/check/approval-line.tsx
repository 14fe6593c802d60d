import { useTranslations } from 'next-intl'
import type { WorksCheck } from '@/lib/works/check/works-check'
import { CheckLine } from './check-line'

/** Whether a second person has to approve. */
export function ApprovalLine({ approval: { isNeeded, from } }: { approval: WorksCheck['approval'] }) {
  const t = useTranslations('operator.check.approval')
  if (from === null) return null
  return <CheckLine tone={isNeeded ? 'waiting' : 'clear'} title={isNeeded ? t('needed', { from }) : t('not_needed', { from })} />
}
