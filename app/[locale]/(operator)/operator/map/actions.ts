'use server'

import { getAddress } from '@/lib/addresses/queries'
import { getMapItem } from '@/lib/geo/map-view/get-map-item'
import { listMapView } from '@/lib/geo/map-view/list-map-view'
import type { ItemInput, ViewInput } from '@/lib/geo/map-view/map-view'
import { searchNetwork } from '@/lib/geo/map-view/search-network'
import { runAction } from '@/lib/http/action'

export async function listMapViewAction(input: ViewInput) {
  return runAction((actor) => listMapView(actor, input))
}

export async function getMapItemAction(input: ItemInput) {
  return runAction((actor) => getMapItem(actor, input))
}

export async function searchNetworkAction(text: string) {
  return runAction((actor) => searchNetwork(actor, String(text)))
}

/** Where an address is: no secret, anybody may ask. */
export async function locateAddressAction(id: number) {
  return runAction(async () => (await getAddress(Number(id))).point)
}
