import { getTranslations } from 'next-intl/server'
import { SignInSettingsForm } from '@/components/settings/sign-in-settings-form'
import { SmsCountriesForm } from '@/components/settings/sms-countries-form'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { canEditSettings } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import { getSmsCountries } from '@/lib/utility/sms-countries'
import { updateSignInAction, updateSmsCountriesAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.customers'))('title') }
}

export default async function CustomersPage() {
  const actor = await requireStaff('/operator/settings/customers')
  const t = await getTranslations('operator.customers')
  const isAllowed = canEditSettings(actor)
  const rules = isAllowed ? await getSignInRules() : null
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {rules ? <SignInSettingsForm rules={rules} save={updateSignInAction} /> : <Alert tone="unknown" title={t('not_allowed')} />}
      {rules && <SmsCountriesForm countries={await getSmsCountries()} save={updateSmsCountriesAction} />}
    </Page>
  )
}
