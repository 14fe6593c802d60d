import { useTranslations } from 'next-intl'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import type { SampleText } from '@/lib/notices/evidence/evidence'

const waveOf = ({ kind, version }: SampleText) => `${kind} ${version}`

/** What customers read, as it was really sent: the latest wave first, and open. */
export function SentTexts({ texts }: { texts: readonly SampleText[] }) {
  const t = useTranslations()
  const waves = [...new Set(texts.map(waveOf))].map((wave) => [wave, texts.filter((text) => waveOf(text) === wave)] as const)
  return (
    <section aria-labelledby="texts" className="space-y-3">
      <h2 id="texts" className="text-2xl">
        {t('callCentre.works.texts')}
      </h2>
      {waves.length === 0 && <p>{t('callCentre.works.no_texts')}</p>}
      {waves.map(([wave, sent], index) => (
        <details key={wave} open={index === 0} className="rounded-card border border-line bg-surface px-4">
          <summary className="min-h-11 cursor-pointer content-center py-2 font-semibold">
            {sent[0] && t(`notice.kind.${sent[0].kind}`)} ({sent.length})
          </summary>
          <div className="space-y-2 pb-4">
            {sent.map((text) => (
              <SentText key={`${text.channel} ${text.language}`} sent={text} />
            ))}
          </div>
        </details>
      ))}
    </section>
  )
}

function SentText({ sent: { channel, language, subject, text } }: { sent: SampleText }) {
  const t = useTranslations('outbox.channel')
  return (
    <details className="rounded-control bg-sunken px-3">
      <summary className="min-h-11 cursor-pointer content-center">
        {[t(channel), isLocale(language) ? LOCALE_NAMES[language] : language].join(' · ')}
      </summary>
      {subject && <p className="font-semibold">{subject}</p>}
      <p lang={language} className="break-words pb-3 whitespace-pre-line">
        {text}
      </p>
    </details>
  )
}
