import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { ConfirmForm } from '@/components/contacts/confirm-form'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { getAddress } from '@/lib/addresses/queries'
import { getLinkViewOrNull } from '@/lib/contacts/confirm/get-link-view'
import { requestInstant } from '@/lib/http/request-instant'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { confirmLinkAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('confirm_contact'))('title'), robots: { index: false } }
}

/** Opening the link confirms nothing: mail programs open links, too. Says what one agrees to before one does. */
export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [t, utility] = [await getTranslations('confirm_contact'), await getKnownUtility()]
  const view = await getLinkViewOrNull(token, await requestInstant())
  const address = view?.addressId ? await getAddress(view.addressId) : null
  return (
    <SignInFrame title={t('title')} lead={view && utility ? t('lead', { utility: utility.name }) : undefined}>
      {view ? (
        <Card className="space-y-5">
          {address && <p className="text-lg font-semibold">{address.label}</p>}
          {view.isOfAccount && <p>{t('of_account')}</p>}
          <ConfirmForm token={token} submit={t('submit')} confirm={confirmLinkAction} />
          <p className="text-[0.94rem] text-ink-soft">{t('not_you')}</p>
        </Card>
      ) : (
        <Alert tone="unknown" title={t('over')}>
          <p>{t('over_text')}</p>
        </Alert>
      )}
      <SiteTextLink href="/enrol" className="inline-flex min-h-11 items-center">
        {t('enrol')}
      </SiteTextLink>
    </SignInFrame>
  )
}
