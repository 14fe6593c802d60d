import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DemoSignIns } from '@/components/auth/demo-sign-ins'
import { OidcButton } from '@/components/auth/oidc-button'
import { SignInForm } from '@/components/auth/sign-in-form'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { DEMO_PASSWORD, findDemoSignIns } from '@/lib/auth/demo-sign-ins'
import { oidcProvider } from '@/lib/auth/oidc'
import { env } from '@/lib/env'
import { returnPath } from '@/lib/http/return-path'

interface Props {
  searchParams: Promise<Partial<Record<'callbackUrl' | 'error' | 'password', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sign_in')
  return { title: t('title'), robots: { index: false } }
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('sign_in')
  const { callbackUrl, error, password } = await searchParams
  const next = returnPath(Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl, `/${await getLocale()}/operator`)
  const oidc = oidcProvider(env())
  const words = {
    email: t('email'),
    password: t('password'),
    code: t('code'),
    codeHint: t('code_hint'),
    submit: t('submit'),
    notYet: t('not_yet'),
    wrong: t('wrong'),
    wrongCode: t('wrong_code'),
    tooMany: t('too_many'),
    unavailable: t('unavailable'),
  }
  return (
    <SignInFrame title={t('title')}>
      {password === 'set' && <Alert tone="clear" role="status" title={t('choose.done')} />}
      {error && <Alert tone="danger" role="alert" title={t(error === 'AccessDenied' ? 'not_member' : 'unavailable')} />}
      <Card className="space-y-5">
        {oidc && <OidcButton label={t('by', { provider: oidc.name })} next={next} />}
        <SignInForm next={next} words={words} />
        <TextLink href="/sign-in/forgotten" className="inline-flex min-h-11 items-center">
          {t('forgotten')}
        </TextLink>
      </Card>
      <DemoSignIns members={await findDemoSignIns()} password={DEMO_PASSWORD} />
    </SignInFrame>
  )
}
