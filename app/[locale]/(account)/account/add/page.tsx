import { getLocale, getTranslations } from 'next-intl/server'
import { CustomerProofForm } from '@/components/auth/customer-proof-form'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { addAccountAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('add') }
}

export default async function AddAccountPage() {
  await requireCustomerPage('/account/add')
  const [t, bill, locale] = await Promise.all([getTranslations('account'), getTranslations('customer_sign_in'), getLocale()])
  const words = {
    number: bill('number'),
    numberHint: bill('number_hint'),
    proof: bill('proof'),
    proofHint: bill('proof_hint'),
    submit: t('add'),
    notYet: t('failed'),
  }
  return (
    <Page>
      <PageHeader title={t('add')} lead={t('add_lead')} />
      <Card className="max-w-xl">
        <CustomerProofForm next={`/${locale}/account`} words={words} prove={addAccountAction} />
      </Card>
    </Page>
  )
}
