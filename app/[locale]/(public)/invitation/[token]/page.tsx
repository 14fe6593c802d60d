import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ChoosePassword } from '@/components/auth/choose-password'
import { getLinkOrNull } from '@/lib/staff/get-link-or-null'
import { acceptInvitationAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign_in')
  return { title: t('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const link = await getLinkOrNull('invitation', token, new Date())
  return <ChoosePassword purpose="invitation" link={link} choose={acceptInvitationAction.bind(null, token)} />
}
