import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInCodeForm } from '@/components/auth/sign-in-code-form'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { chooseSignInAction, takeSignInProofAction } from '../../actions'
import { choiceWords } from '../../choice-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customer_sign_in')
  return { title: t('link_title'), robots: { index: false } }
}

/** Opening a link signs nobody in: mail programs open links, too. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const t = await getTranslations('customer_sign_in')
  const { token } = await params
  return (
    <SignInFrame title={t('link_title')} lead={t('link_lead')}>
      <Card>
        <SignInCodeForm
          next={`/${await getLocale()}/account`}
          submit={t('submit')}
          words={await choiceWords()}
          take={takeSignInProofAction}
          choose={chooseSignInAction}
        >
          <input type="hidden" name="token" value={token} />
        </SignInCodeForm>
      </Card>
      <TextLink href="/sign-in" className="inline-flex min-h-11 items-center">
        {t('again')}
      </TextLink>
    </SignInFrame>
  )
}
