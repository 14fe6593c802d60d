import { useLocale, useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import type { OutboxEntry as Entry } from '@/lib/notices/list-outbox'
import { ChannelMessage } from './channel-message'

/** One message with what one wants to know about it: to whom, by which channel, in which language, about what. */
export function OutboxEntry({ entry, sender, zone }: { entry: Entry; sender: string; zone: string }) {
  const t = useTranslations()
  const { channel, language, noticeKind, recipient, worksReference } = entry
  return (
    <li className="mb-6 break-inside-avoid space-y-2">
      <p className="text-[0.94rem] text-ink-soft">
        <strong className="font-semibold text-ink">{t(`outbox.channel.${channel}`)}</strong> · {t('outbox.to', { recipient })}
        <br />
        {isLocale(language) ? LOCALE_NAMES[language] : language} · {t(`notice.kind.${noticeKind}`)} ·{' '}
        <TextLink href={`/operator/works/${worksReference}`}>{worksReference}</TextLink>
      </p>
      <ChannelMessage entry={entry} sender={sender} sentAt={describeInstant(entry.sentAt, zone, useLocale())} />
    </li>
  )
}
