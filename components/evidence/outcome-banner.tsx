import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import type { Tone } from '@/components/ui/tone'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { EvidenceSummary, LegalOutcome } from '@/lib/notices/evidence/evidence'

const TONES: Record<LegalOutcome, Tone> = {
  kept: 'clear',
  broken: 'danger',
  pending: 'waiting',
  no_rule: 'unknown',
  not_published: 'neutral',
  cancelled_before: 'cancelled',
}

/** Whether the legal notice was kept, in shape, colour and words, with the rule and its source. */
export function OutcomeBanner({ summary, zone }: { summary: EvidenceSummary; zone: string }) {
  const t = useTranslations('evidence')
  const legalWords = useTranslations('operator.legal')
  const locale = useLocale()
  const { outcome, legal, tellBy, shortNoticeReason } = summary
  return (
    <Alert tone={TONES[outcome]} title={<span className="text-xl">{t(`outcome.${outcome}.title`)}</span>}>
      <p className="max-w-prose">{t(`outcome.${outcome}.text`)}</p>
      {legal && tellBy && outcome !== 'cancelled_before' && (
        <p className="max-w-prose text-[0.94rem]">
          {t('by_law', {
            minimum: legalWords(`minimum.${legal.minimum.unit}`, { value: legal.minimum.value }),
            latest: describeInstant(tellBy, zone, locale),
          })}{' '}
          {legalWords('source', { source: legal.source, certainty: legalWords(`certainty.${legal.certainty}`) })}
        </p>
      )}
      {shortNoticeReason && <p className="text-[0.94rem]">{t('short_notice', { reason: shortNoticeReason })}</p>}
    </Alert>
  )
}
