import { useTranslations } from 'next-intl'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { Alert } from '@/components/ui/alert'
import { TextLink } from '@/components/ui/text-link'

/** Instead of a form that would lead nowhere: in an installation that was never set up, or whose settings cannot be read. */
export function NotYet({ title }: { title: string }) {
  const t = useTranslations('not_yet')
  return (
    <SignInFrame title={title}>
      <Alert tone="unknown" title={t('title')}>
        <p>{t('text')}</p>
      </Alert>
      <TextLink href="/sign-in/staff" className="inline-flex min-h-11 items-center">
        {t('staff')}
      </TextLink>
    </SignInFrame>
  )
}
