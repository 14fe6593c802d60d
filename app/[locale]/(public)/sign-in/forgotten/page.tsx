import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ForgottenForm } from '@/components/auth/forgotten-form'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { requestPasswordResetAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign_in.reset')
  return { title: t('title'), robots: { index: false } }
}

export default async function ForgottenPage() {
  const t = await getTranslations('sign_in')
  return (
    <SignInFrame title={t('reset.title')} lead={t('reset.lead')}>
      <Card>
        <ForgottenForm words={{ email: t('email'), submit: t('reset.submit'), done: t('reset.done') }} ask={requestPasswordResetAction} />
      </Card>
      <TextLink href="/sign-in/staff">{t('reset.back')}</TextLink>
    </SignInFrame>
  )
}
