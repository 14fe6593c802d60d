import { getTranslations } from 'next-intl/server'
import { OperatorMap } from '@/components/map/operator-map'
import { Alert } from '@/components/ui/alert'
import { QueryProvider } from '@/components/works/query-provider'
import { canReadNetwork } from '@/lib/auth/policies'
import { env } from '@/lib/env'
import { getServedBounds } from '@/lib/geo/get-served-bounds'
import { requireStaff } from '@/lib/http/require-staff'
import { getUtility } from '@/lib/utility/queries'
import { getMapItemAction, listMapViewAction, locateAddressAction, searchNetworkAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('map.view'))('title') }
}

export default async function MapPage() {
  const actor = await requireStaff('/operator/map')
  const [utility, bounds, t] = await Promise.all([getUtility(), getServedBounds(), getTranslations('map.view')])
  if (!canReadNetwork(actor)) return <Alert tone="unknown" title={t('not_allowed')} />
  return (
    <QueryProvider>
      <OperatorMap
        actions={{
          listMapView: listMapViewAction,
          getMapItem: getMapItemAction,
          searchNetwork: searchNetworkAction,
          locateAddress: locateAddressAction,
        }}
        services={utility.services}
        bounds={bounds}
        zone={utility.zone}
        token={env().MAPBOX_TOKEN}
      />
    </QueryProvider>
  )
}
