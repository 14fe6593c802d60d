import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { SetUpFactor } from '@/components/staff/set-up-factor'
import { Card } from '@/components/ui/card'
import { currentMember } from '@/lib/http/current-actor'
import { currentSession } from '@/lib/http/current-session'
import { returnPath } from '@/lib/http/return-path'
import { confirmFactorAction, startFactorAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operator.factor')
  return { title: t('title'), robots: { index: false } }
}

/** For whose role must have a second factor and who has none: the only page that they get. */
export default async function SecondFactorPage({ searchParams }: { searchParams: Promise<{ callbackUrl?: string | string[] }> }) {
  const [locale, messages, t, { callbackUrl }] = await Promise.all([
    getLocale(),
    getMessages(),
    getTranslations('operator.factor'),
    searchParams,
  ])
  const next = returnPath(Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl, `/${locale}/operator`)
  if ((await currentMember()).kind !== 'staff') redirect(`/${locale}/sign-in/staff`)
  const session = await currentSession()
  if (!session?.needsFactor) redirect(next)
  return (
    <NextIntlClientProvider messages={{ operator: { factor: messages.operator.factor } } as never}>
      <SignInFrame title={t('title')} lead={t('must')}>
        <Card className="space-y-5">
          <p>{t('what')}</p>
          <SetUpFactor start={startFactorAction} confirm={confirmFactorAction} next={next} />
        </Card>
        <SignOutButton />
      </SignInFrame>
    </NextIntlClientProvider>
  )
}
