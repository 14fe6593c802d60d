import { useTranslations } from 'next-intl'

/** Why a notice was left out, in words. */
export function SkipReason({ reason }: { reason: string }) {
  const t = useTranslations('operator.notices')
  return <>{reason === 'past' ? t('skipped_past') : t('skipped')}</>
}
