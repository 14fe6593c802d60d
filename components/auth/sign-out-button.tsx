import { useLocale, useTranslations } from 'next-intl'
import { LeaveButton } from './leave-button'

/** Signs out and goes to the public home page. */
export function SignOutButton() {
  const t = useTranslations('site')
  return <LeaveButton label={t('sign_out')} next={`/${useLocale()}`} />
}
