import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import type { SampleText } from '@/lib/notices/evidence/evidence'

/** What customers read, as it was really sent: the latest wave first. */
export function SentTexts({ texts }: { texts: readonly SampleText[] }) {
  const t = useTranslations()
  return (
    <section aria-labelledby="texts" className="space-y-3">
      <h2 id="texts" className="text-2xl">
        {t('callCentre.works.texts')}
      </h2>
      {texts.length === 0 && <p>{t('callCentre.works.no_texts')}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        {texts.map(({ kind, version, channel, language, subject, text }) => (
          <Card key={`${kind} ${version} ${channel} ${language}`} as="article" className="space-y-2">
            <p className="text-[0.94rem] text-ink-soft">
              {[t(`notice.kind.${kind}`), t(`outbox.channel.${channel}`), isLocale(language) ? LOCALE_NAMES[language] : language].join(
                ' · ',
              )}
            </p>
            {subject && <p className="font-semibold">{subject}</p>}
            <p lang={language} className="break-words whitespace-pre-line">
              {text}
            </p>
          </Card>
        ))}
      </div>
    </section>
  )
}
