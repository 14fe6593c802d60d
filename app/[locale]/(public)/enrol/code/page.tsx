import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { CodeForm } from '@/components/enrol/code-form'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { getAddress } from '@/lib/addresses/queries'
import { isDemo } from '@/lib/channels/clock-guard'
import { getPendingEnrolment } from '@/lib/contacts/enrol/pending-enrolment'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { confirmEnrolmentAction, resendEnrolmentAction } from '../actions'

interface Props {
  searchParams: Promise<Partial<Record<'proof' | 'again', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrol'))('code_title'), robots: { index: false } }
}

export default async function EnrolCodePage({ searchParams }: Props) {
  const [{ proof, again }, t] = [await searchParams, await getTranslations('enrol')]
  const id = String(proof ?? '')
  const { channel, shown, addressId } = await orNotFound(getPendingEnrolment(id))
  const { label } = await getAddress(addressId)
  const words = {
    code: t('code'),
    codeHint: t(`code_hint_${channel === 'email' ? 'email' : 'sms'}`),
    submit: t('code_submit'),
    again: t('again'),
  }
  return (
    <SignInFrame title={t('code_title')} lead={t('code_lead', { shown })}>
      <Card className="space-y-5">
        {again && <Alert tone="clear" role="status" title={t('sent_again')} />}
        <p>
          {t('for')} <span className="font-semibold">{label}</span>
        </p>
        <CodeForm proof={id} words={words} confirm={confirmEnrolmentAction} sendAgain={resendEnrolmentAction} />
        {isDemo(env()) && <p className="text-[0.94rem] text-ink-soft">{t('demo')}</p>}
      </Card>
      <SiteTextLink href={`/enrol?address=${addressId}`} className="inline-flex min-h-11 items-center">
        {t('other_end')}
      </SiteTextLink>
    </SignInFrame>
  )
}
