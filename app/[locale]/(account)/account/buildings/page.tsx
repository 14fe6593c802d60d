import { getTranslations } from 'next-intl/server'
import { BuildingListForm } from '@/components/buildings/building-list-form'
import { ManagerCard } from '@/components/buildings/manager-card'
import { OwnBuildingList } from '@/components/buildings/own-building-list'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { getOwnBuildings } from '@/lib/self-service/buildings/get-own-buildings'
import { buildingListAction, removeBuildingAction, requestManagementAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('buildings'))('title') }
}

export default async function BuildingsPage() {
  const actor = await requireCustomerPage('/account/buildings')
  const [{ manager, contacts, buildings }, t] = await Promise.all([getOwnBuildings(actor), getTranslations('buildings')])
  const words = {
    ...{ text: t('text'), textHint: t('text_hint'), file: t('file'), contact: t('contact'), check: t('check'), failed: t('failed') },
    ...{ found: t('found'), rejected: t('rejected'), add: t('add'), added: t('added'), line: t('line') },
  }
  const options = contacts.map(({ id, to }) => ({ value: String(id), label: to }))
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="max-w-3xl space-y-6">
        <ManagerCard manager={manager} request={requestManagementAction} />
        {buildings.length > 0 && <OwnBuildingList buildings={buildings} remove={removeBuildingAction} />}
        {manager && manager.state !== 'refused' && options.length === 0 && (
          <Alert tone="unknown" title={t('contact_first')}>
            <TextLink href="/account/contacts">{t('contact_add')}</TextLink>
          </Alert>
        )}
        {manager && manager.state !== 'refused' && options.length > 0 && (
          <Card as="section" aria-labelledby="add-buildings" className="space-y-4">
            <h2 id="add-buildings" className="text-xl">
              {t('add_title')}
            </h2>
            <BuildingListForm contacts={options} words={words} send={buildingListAction} />
          </Card>
        )}
      </div>
    </Page>
  )
}
