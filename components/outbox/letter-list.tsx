import { useLocale, useTranslations } from 'next-intl'
import type { LetterView } from '@/lib/contacts/letters/list-letters'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import { ChannelMessage } from './channel-message'

/** Codes, links and what else is sent that is no notice. */
export function LetterList({ letters, sender, zone }: { letters: readonly LetterView[]; sender: string; zone: string }) {
  const t = useTranslations('outbox')
  const locale = useLocale()
  if (letters.length === 0) return null
  return (
    <section aria-labelledby="letters" className="space-y-4">
      <h2 id="letters" className="text-xl">
        {t('letters.title')}
      </h2>
      <p className="text-ink-soft">{t('letters.lead')}</p>
      <ol className="gap-6 sm:columns-2 lg:columns-3">
        {letters.map((letter) => (
          <li key={letter.id} data-letter={letter.kind} className="mb-6 break-inside-avoid space-y-2">
            <p className="text-[0.94rem] break-all text-ink-soft">
              <strong className="font-semibold text-ink">{t(`channel.${letter.channel}`)}</strong> ·{' '}
              {t('to', { recipient: letter.recipient })}
              <br />
              {isLocale(letter.language) ? LOCALE_NAMES[letter.language] : letter.language}
            </p>
            <ChannelMessage entry={letter} sender={sender} sentAt={describeInstant(letter.sentAt, zone, locale)} />
          </li>
        ))}
      </ol>
    </section>
  )
}
