import { useLocale, useTranslations } from 'next-intl'
import type { LetterView } from '@/lib/contacts/letters/list-letters'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import { ChannelMessage } from './channel-message'
import { MailPile } from './mail-pile'

/** Codes, links and what else is sent that is no notice. */
export function LetterList({ letters, sender, zone }: { letters: readonly LetterView[]; sender: string; zone: string }) {
  const t = useTranslations('outbox')
  const locale = useLocale()
  return (
    <MailPile id="letters" title={t('letters.title')} lead={t('letters.lead')}>
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
    </MailPile>
  )
}
