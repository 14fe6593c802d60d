import { getTranslations } from 'next-intl/server'
import { ConsentList } from '@/components/account/consent-list'
import { DeleteForm } from '@/components/account/delete-form'
import { ExportForms } from '@/components/account/export-forms'
import { SignInList } from '@/components/account/sign-in-list'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { getOwnData } from '@/lib/self-service/get-own-data'
import { listOwnContacts } from '@/lib/self-service/list-own-contacts'
import { getUtility } from '@/lib/utility/queries'
import { askForExportCodeAction, deleteOwnDataAction, endSignInsAction, takeBackNeedsAction } from '../actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account.data'))('title') }
}

interface Props {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ proof?: string | string[] }>
}

export default async function DataPage({ params, searchParams }: Props) {
  const actor = await requireCustomerPage('/account/data')
  const [{ sessions, consents }, contacts, { zone }, t, { locale }, { proof }] = await Promise.all([
    getOwnData(actor, new Date()),
    listOwnContacts(actor),
    getUtility(),
    getTranslations('account.data'),
    params,
    searchParams,
  ])
  const confirmed = contacts.filter(({ state }) => state === 'confirmed')
  return (
    <Page>
      <PageHeader title={t('title')} />
      <div className="max-w-3xl space-y-8">
        <SignInList sessions={sessions} zone={zone} end={endSignInsAction} />
        <ConsentList consents={consents} zone={zone} takeBackNeeds={takeBackNeedsAction} />
        <ExportForms
          contacts={confirmed}
          proofId={typeof proof === 'string' ? proof : null}
          url={`/${locale}/account/export`}
          ask={askForExportCodeAction}
        />
        <DeleteForm forget={deleteOwnDataAction} />
      </div>
    </Page>
  )
}
