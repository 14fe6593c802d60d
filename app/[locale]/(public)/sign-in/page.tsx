import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CustomerEndForm } from '@/components/auth/customer-end-form'
import { CustomerProofForm } from '@/components/auth/customer-proof-form'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { NotYet } from '@/components/site/not-yet'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { returnPath } from '@/lib/http/return-path'
import { findDemoCustomer } from '@/lib/self-service/find-demo-customer'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import { askForSignInAction, signInByAccountAction } from './actions'

interface Props {
  searchParams: Promise<Partial<Record<'callbackUrl', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customer_sign_in')
  return { title: t('title'), robots: { index: false } }
}

export default async function CustomerSignInPage({ searchParams }: Props) {
  const t = await getTranslations('customer_sign_in')
  if (!(await getKnownUtility())) return <NotYet title={t('title')} />
  const [{ callbackUrl }, { ways }, demo] = await Promise.all([searchParams, getSignInRules(), findDemoCustomer()])
  const next = returnPath(Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl, `/${await getLocale()}/account`)
  const byMail = ways.includes('email_link')
  const bySms = ways.includes('sms_code')
  const kind = byMail && bySms ? 'end' : byMail ? 'mail' : 'sms'
  const end = { end: t(kind === 'end' ? 'end' : `end_${kind}`), submit: t('send'), notYet: t('not_yet') }
  const bill = { number: t('number'), numberHint: t('number_hint'), proof: t('proof'), proofHint: t('proof_hint') }
  return (
    <SignInFrame title={t('title')} lead={t('lead')}>
      {ways.includes('account_proof') && (
        <Card as="section" aria-labelledby="by-account" className="space-y-5">
          <h2 id="by-account" className="text-xl">
            {t('by_account')}
          </h2>
          <CustomerProofForm next={next} words={{ ...bill, submit: t('submit'), notYet: t('not_yet') }} prove={signInByAccountAction} />
        </Card>
      )}
      {(byMail || bySms) && (
        <Card as="section" aria-labelledby="by-end" className="space-y-5">
          <h2 id="by-end" className="text-xl">
            {t(`by_${kind}`)}
          </h2>
          <CustomerEndForm next={next} words={end} ask={askForSignInAction} />
        </Card>
      )}
      {demo && (
        <Alert tone="info" title={t('demo')}>
          <p>{t('demo_text', demo)}</p>
        </Alert>
      )}
      <p>
        <TextLink href="/">{t('no_account')}</TextLink>
      </p>
      <TextLink href="/sign-in/staff" className="inline-flex min-h-11 items-center">
        {t('staff')}
      </TextLink>
    </SignInFrame>
  )
}
