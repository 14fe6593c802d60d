import { useTranslations } from 'next-intl'

const KNOWN = ['past', 'too_late', 'overtaken', 'small_change', 'told_already'] as const

/** Why a notice was left out, in words. */
export function SkipReason({ reason }: { reason: string }) {
  const t = useTranslations('operator.notices')
  const known = KNOWN.find((name) => name === reason)
  return <>{known ? t(`skipped_${known}`) : t('skipped')}</>
}
