import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { PhoneLink } from '@/components/ui/phone-link'

/** Instead of a list that cannot be read: nobody may take it for an empty one. */
export function CannotSay({ phone }: { phone: string | undefined }) {
  const t = useTranslations('error')
  return (
    <Alert tone="unknown" title={t('title')}>
      <p>{t('text')}</p>
      {phone && (
        <p className="text-xl">
          <PhoneLink phone={phone} />
        </p>
      )}
    </Alert>
  )
}
