import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { SiteTextLink } from '@/components/site/site-text-link'
import { Alert } from '@/components/ui/alert'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('confirm_contact'))('done'), robots: { index: false } }
}

export default async function ConfirmDonePage({ searchParams }: { searchParams: Promise<{ 'sign-in'?: string }> }) {
  const isClosed = (await searchParams)['sign-in'] === 'closed'
  const t = await getTranslations('confirm_contact')
  return (
    <SignInFrame title={t('done')}>
      <Alert tone="clear" title={t('done_text')}>
        {isClosed && <p>{t('sign_in_closed')}</p>}
      </Alert>
      <SiteTextLink href="/account" className="inline-flex min-h-11 items-center">
        {t('account')}
      </SiteTextLink>
    </SignInFrame>
  )
}
