import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { SendAtOnce } from '@/components/enrol/send-at-once'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { getAddress } from '@/lib/addresses/queries'
import { getLinkedEnrolment } from '@/lib/contacts/enrol/linked-enrolment'
import { orNotFound } from '@/lib/http/or-not-found'
import { dropLinkedAction, renewLinkedAction } from '../../linked-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrol'))('renew_title'), robots: { index: false } }
}

/** Opening the link renews nothing: mail programs open links, too. With a script the button is pressed by itself, which makes it one tap. */
export default async function RenewPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { addressId, renewBy } = await orNotFound(getLinkedEnrolment(token))
  if (!renewBy) redirect(`/${await getLocale()}/enrol/done/${encodeURIComponent(token)}`)
  const [t, { label }] = [await getTranslations('enrol'), await getAddress(addressId)]
  return (
    <SignInFrame title={t('renew_title')} lead={label}>
      <Card className="space-y-5">
        <p>{t('renew_text')}</p>
        <SendAtOnce action={renewLinkedAction.bind(null, token)}>
          <SubmitButton className="w-full sm:w-auto">{t('renew')}</SubmitButton>
        </SendAtOnce>
        <form action={dropLinkedAction.bind(null, token)}>
          <SubmitButton variant="secondary">{t('moved')}</SubmitButton>
        </form>
      </Card>
    </SignInFrame>
  )
}
