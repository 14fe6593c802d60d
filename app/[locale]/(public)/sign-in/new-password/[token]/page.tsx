import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoosePassword } from '@/components/auth/choose-password'
import { getLinkOrNull } from '@/lib/staff/get-link-or-null'
import { resetPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign_in.choose')
  return { title: t('password_reset'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function NewPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await getLinkOrNull('password_reset', token, new Date())
  return <ChoosePassword purpose="password_reset" link={link} choose={resetPasswordAction.bind(null, token)} />
}
