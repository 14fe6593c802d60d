import { useLocale, useTranslations } from 'next-intl'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { StaffMailView } from '@/lib/staff/list-staff-mails'
import { MailMessage } from './mail-message'
import { MailPile } from './mail-pile'

/** Invitations and new passwords, which would have been mailed to staff. */
export function StaffMails({ mails, sender, zone }: { mails: readonly StaffMailView[]; sender: string; zone: string }) {
  const t = useTranslations('outbox')
  const locale = useLocale()
  return (
    <MailPile id="staff-mails" title={t('staff.title')} lead={t('staff.lead')}>
      {mails.map(({ id, recipient, sentAt, ...mail }) => (
        <li key={id} className="mb-6 break-inside-avoid space-y-2">
          <p className="text-[0.94rem] break-all text-ink-soft">{t('to', { recipient })}</p>
          <MailMessage entry={mail} sender={sender} sentAt={describeInstant(sentAt, zone, locale)} />
        </li>
      ))}
    </MailPile>
  )
}
