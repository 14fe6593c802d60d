import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DemoSignIns } from '@/components/auth/demo-sign-ins'
import { SignInForm } from '@/components/auth/sign-in-form'
import { Card } from '@/components/ui/card'
import { DEMO_PASSWORD, findDemoSignIns } from '@/lib/auth/demo-sign-ins'
import { returnPath } from '@/lib/http/return-path'

interface Props {
  searchParams: Promise<{ callbackUrl?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign_in')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('sign_in')
  const { callbackUrl } = await searchParams
  const next = returnPath(Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl, `/${await getLocale()}/operator`)
  const words = {
    email: t('email'),
    password: t('password'),
    submit: t('submit'),
    wrong: t('wrong'),
    tooMany: t('too_many'),
    unavailable: t('unavailable'),
  }
  return (
    <div className="mx-auto w-full max-w-lg space-y-6 px-4 py-10 sm:py-16">
      <h1 className="text-3xl">{t('title')}</h1>
      <Card>
        <SignInForm next={next} words={words} />
      </Card>
      <DemoSignIns members={await findDemoSignIns()} password={DEMO_PASSWORD} />
    </div>
  )
}
