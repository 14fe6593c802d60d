import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { ActionResult } from '@/lib/http/action'
import { ChoosePasswordForm } from './choose-password-form'
import { SignInFrame } from './sign-in-frame'

export interface ChoosePasswordProps {
  purpose: 'invitation' | 'password_reset'
  /** Whom the mailed address is for; null when it opens nothing. */
  link: { email: string; name: string } | null
  choose: (password: string) => Promise<ActionResult<void>>
}

/** What a mailed address opens: choosing a password, or word that it opens nothing any more. */
export function ChoosePassword({ purpose, link, choose }: ChoosePasswordProps) {
  const t = useTranslations('sign_in.choose')
  const back = useTranslations('sign_in.reset')('back')
  if (!link) {
    return (
      <SignInFrame title={t('gone')}>
        <Alert tone="unknown">
          <p>{t('gone_text')}</p>
        </Alert>
        <TextLink href="/sign-in/staff">{back}</TextLink>
      </SignInFrame>
    )
  }
  const words = {
    password: t('password'),
    hint: t('password_hint'),
    again: t('again'),
    differs: t('differs'),
    submit: t('submit'),
  }
  return (
    <SignInFrame title={t(purpose, { name: link.name })} lead={t('lead', { email: link.email })}>
      <Card>
        <ChoosePasswordForm email={link.email} words={words} choose={choose} />
      </Card>
    </SignInFrame>
  )
}
