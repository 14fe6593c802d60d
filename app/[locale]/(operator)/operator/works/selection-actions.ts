'use server'

import type { BoundaryFilter } from '@/lib/addresses/find-boundaries'
import { listBoundaries } from '@/lib/addresses/list-boundaries'
import { resolvePlaces } from '@/lib/addresses/resolve-places'
import { resolveStreets, type StreetsInput } from '@/lib/addresses/resolve-streets'
import type { StreetSelection } from '@/lib/addresses/street-list'
import type { Service } from '@/lib/db/generated/enums'
import { runAction } from '@/lib/http/action'
import { findNetworkPlaces } from '@/lib/network/find-network-places'
import type { TraceRequest } from '@/lib/network/network'
import { findPointPlaces } from '@/lib/works/selection/find-point-places'
import { isPointSelected, type PointQuestion } from '@/lib/works/selection/is-point-selected'
import { outlineBoundaries } from '@/lib/works/selection/outline-boundaries'
import { outlineStreets } from '@/lib/works/selection/outline-streets'
import { traceSelection } from '@/lib/works/selection/trace-selection'

export async function resolveStreetsAction(input: StreetsInput) {
  return runAction((actor) => resolveStreets(actor, input))
}

export async function outlineStreetsAction(selections: StreetSelection[]) {
  return runAction((actor) => outlineStreets(actor, selections))
}

export async function listBoundariesAction(filter: BoundaryFilter) {
  return runAction((actor) => listBoundaries(actor, filter))
}

export async function outlineBoundariesAction(ids: number[]) {
  return runAction((actor) => outlineBoundaries(actor, ids))
}

export async function resolvePlacesAction(input: { text: string }) {
  return runAction((actor) => resolvePlaces(actor, input))
}

export async function traceAction(service: Service, request: TraceRequest) {
  return runAction((actor) => traceSelection(actor, service, request))
}

export async function findNetworkPlacesAction(service: Service, text: string) {
  return runAction((actor) => findNetworkPlaces(actor, { service, text }))
}

export async function findPointPlacesAction(service: Service, codes: string[]) {
  return runAction((actor) => findPointPlaces(actor, { service, codes }))
}

export async function isPointSelectedAction(input: PointQuestion) {
  return runAction((actor) => isPointSelected(actor, input))
}
