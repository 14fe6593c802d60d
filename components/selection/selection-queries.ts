import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query'
import type { StreetSelection } from '@/lib/addresses/street-list'
import type { Service } from '@/lib/db/generated/enums'
import type { TraceRequest } from '@/lib/network/network'
import type { SelectionActions } from './selection-actions'

/** Everything asked here lies below this key. */
const ROOT = 'selection'

/** What a list of streets means, piece by piece; not asked for an empty one. The last answer stays until there is a newer. */
export function streetsQuery({ resolveStreets }: SelectionActions, text: string, choices: Record<string, number>) {
  return queryOptions({
    queryKey: [ROOT, 'streets', text, choices],
    queryFn: text.trim() === '' ? skipToken : () => resolveStreets({ text, choices }),
    placeholderData: text.trim() === '' ? undefined : keepPreviousData,
  })
}

/** The ground around the addresses of streets. */
export function streetOutlineQuery({ outlineStreets }: SelectionActions, streets: readonly StreetSelection[]) {
  return queryOptions({
    queryKey: [ROOT, 'street-outline', streets],
    queryFn: streets.length === 0 ? skipToken : () => outlineStreets([...streets]),
  })
}

/** Places whose names begin like the words of `text`. */
export function boundariesQuery({ listBoundaries }: SelectionActions, text: string) {
  return queryOptions({
    queryKey: [ROOT, 'boundaries', text],
    queryFn: () => listBoundaries({ text }),
    placeholderData: keepPreviousData,
  })
}

/** The places with these ids, for their names. */
export function chosenBoundariesQuery({ listBoundaries }: SelectionActions, ids: readonly number[]) {
  return queryOptions({
    queryKey: [ROOT, 'chosen-boundaries', ids],
    queryFn: ids.length === 0 ? skipToken : () => listBoundaries({ ids }),
    placeholderData: keepPreviousData,
  })
}

export function boundaryOutlinesQuery({ outlineBoundaries }: SelectionActions, ids: readonly number[]) {
  return queryOptions({
    queryKey: [ROOT, 'boundary-outlines', ids],
    queryFn: ids.length === 0 ? skipToken : () => outlineBoundaries([...ids]),
  })
}

/** What a sentence like "Galliera and Pieve di Cento, but not via Verdi" means. Asked only when it is said to be whole. */
export function placesQuery({ resolvePlaces }: SelectionActions, text: string | null) {
  return queryOptions({
    queryKey: [ROOT, 'places', text],
    queryFn: text === null ? skipToken : () => resolvePlaces({ text }),
  })
}

/** What isolating links means; not asked without one. The last answer stays until there is a newer. */
export function traceQuery({ trace }: SelectionActions, service: Service, { links, stuck, feeding }: TraceRequest) {
  return queryOptions({
    queryKey: [ROOT, 'trace', service, links, stuck, feeding],
    queryFn: links.length === 0 ? skipToken : () => trace(service, { links, ...(stuck && { stuck }), ...(feeding && { feeding }) }),
    placeholderData: links.length === 0 ? undefined : keepPreviousData,
  })
}

/** Links and devices whose code begins like `text`. */
export function networkPlacesQuery({ findNetworkPlaces }: SelectionActions, service: Service, text: string) {
  return queryOptions({
    queryKey: [ROOT, 'network-places', service, text],
    queryFn: text === '' ? skipToken : () => findNetworkPlaces(service, text),
    placeholderData: text === '' ? undefined : keepPreviousData,
  })
}

/** Where service points with these codes are. */
export function pointPlacesQuery({ findPointPlaces }: SelectionActions, service: Service, codes: readonly string[]) {
  return queryOptions({
    queryKey: [ROOT, 'points', service, codes],
    queryFn: codes.length === 0 ? skipToken : () => findPointPlaces(service, [...codes]),
    placeholderData: codes.length === 0 ? undefined : keepPreviousData,
  })
}
