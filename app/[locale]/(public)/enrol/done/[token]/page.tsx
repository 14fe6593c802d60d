import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { getAddress } from '@/lib/addresses/queries'
import { getLinkedEnrolment } from '@/lib/contacts/enrol/linked-enrolment'
import { orNotFound } from '@/lib/http/or-not-found'
import { getUtility } from '@/lib/utility/queries'
import { dropLinkedAction, restoreLinkedAction } from '../../linked-actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('enrol'))('title'), robots: { index: false } }
}

export default async function EnrolDonePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const { addressId, shown, renewBy } = await orNotFound(getLinkedEnrolment(token))
  const [t, locale] = [await getTranslations('enrol'), await getLocale()]
  const [{ label }, { zone }] = [await getAddress(addressId), await getUtility()]
  const until = renewBy && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: zone }).format(renewBy)
  const change = until ? dropLinkedAction : restoreLinkedAction
  return (
    <SignInFrame title={t(until ? 'done_title' : 'dropped_title')}>
      <Card className="space-y-5">
        <Alert tone="clear" title={label}>
          <p>{until ? t('done_text', { shown, until }) : t('dropped_text', { shown })}</p>
        </Alert>
        {until && <p>{t('done_more')}</p>}
        <form action={change.bind(null, token)}>
          <SubmitButton variant="secondary">{t(until ? 'drop' : 'restore')}</SubmitButton>
        </form>
      </Card>
      <div className="flex flex-col">
        <SiteTextLink href={`/addresses/${addressId}`} className="inline-flex min-h-11 items-center">
          {t('look')}
        </SiteTextLink>
        <SiteTextLink href="/enrol" className="inline-flex min-h-11 items-center">
          {t('another')}
        </SiteTextLink>
        <SiteTextLink href="/sign-in" className="inline-flex min-h-11 items-center">
          {t('manage')}
        </SiteTextLink>
      </div>
    </SignInFrame>
  )
}
