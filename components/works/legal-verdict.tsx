import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { LegalNotice } from '@/lib/works/works'

export interface LegalVerdictProps {
  legal: LegalNotice | null
  zone: string
  /** Without the source, where room is scarce. */
  brief?: boolean
}

/** Whether publishing now keeps the notice that the law asks for: by colour, shape and words. */
export function LegalVerdict({ legal, zone, brief = false }: LegalVerdictProps) {
  const t = useTranslations('operator.legal')
  const locale = useLocale()
  if (!legal) return <Alert tone="unknown" title={t('no_rule')} />
  const minimum = t(`minimum.${legal.minimum.unit}`, { value: legal.minimum.value })
  const latest = describeInstant(legal.latestPublish, zone, locale)
  return (
    <Alert tone={legal.ok ? 'clear' : 'danger'} title={legal.ok ? t('kept') : t('too_late')}>
      <p>{legal.ok ? t('kept_until', { minimum, latest }) : t('was_until', { minimum, latest })}</p>
      {!brief && legal.exception && <p className="text-[0.94rem]">{t(`exception.${legal.exception}`)}</p>}
      {!brief && <p className="text-[0.94rem]">{t('source', { source: legal.source, certainty: t(`certainty.${legal.certainty}`) })}</p>}
    </Alert>
  )
}
