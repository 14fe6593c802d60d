import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInCodeForm } from '@/components/auth/sign-in-code-form'
import { SignInFrame } from '@/components/auth/sign-in-frame'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import { TextLink } from '@/components/ui/text-link'
import { returnPath } from '@/lib/http/return-path'
import { chooseSignInAction, takeSignInProofAction } from '../actions'
import { choiceWords } from '../choice-words'

interface Props {
  searchParams: Promise<Partial<Record<'callbackUrl' | 'proof', string | string[]>>>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customer_sign_in')
  return { title: t('code_title'), robots: { index: false } }
}

const firstOf = (given: string | string[] | undefined) => (Array.isArray(given) ? given[0] : given)

export default async function SignInCodePage({ searchParams }: Props) {
  const t = await getTranslations('customer_sign_in')
  const { callbackUrl, proof } = await searchParams
  const next = returnPath(firstOf(callbackUrl), `/${await getLocale()}/account`)
  return (
    <SignInFrame title={t('code_title')} lead={t('code_lead')}>
      <Card>
        <SignInCodeForm
          next={next}
          submit={t('submit')}
          words={await choiceWords()}
          take={takeSignInProofAction}
          choose={chooseSignInAction}
        >
          <input type="hidden" name="proof" value={firstOf(proof) ?? ''} />
          <TextField
            name="code"
            label={t('code')}
            hint={t('code_hint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
          />
        </SignInCodeForm>
      </Card>
      <TextLink href="/sign-in" className="inline-flex min-h-11 items-center">
        {t('again')}
      </TextLink>
    </SignInFrame>
  )
}
