import type { Locale } from '@/lib/i18n/locales'
import { createRandom, type Random } from '../random'
import { type Address, addressLabel } from '../town/address'
import { names, trades } from './names'
import type { ServicePoint } from './service-point'

/** Whoever has the contracts of one dwelling, workshop or condominium. */
export interface Holder {
  kind: 'household' | 'firm' | 'condominium'
  name: string
  language: Locale
  address: Address
  points: ServicePoint[]
}

/** Out of a hundred people, so many want to be told in this language. */
export const LANGUAGES: [Locale, number][] = [
  ['it', 80],
  ['uk', 9],
  ['en', 7],
  ['lt', 4],
]

/** A name such as people of this language have. */
export function drawName(language: Locale, random: Random): string {
  return `${random.pick(names[language].given)} ${random.pick(names[language].family)}`
}

function nameHolder(points: ServicePoint[], address: Address, isShared: boolean, random: Random): Holder {
  if (isShared) return { kind: 'condominium', name: `Condominio ${addressLabel(address)}`, language: 'it', address, points }
  if (address.building.quarter.style === 'works') {
    return { kind: 'firm', name: `${random.pick(trades)} ${random.pick(names.it.family)}`, language: 'it', address, points }
  }
  const language = random.draw(LANGUAGES)
  return { kind: 'household', name: drawName(language, random), language, address, points }
}

/** The holders of all service points: the meters of one dwelling belong together, as do those that a building shares. */
export function findHolders(points: readonly ServicePoint[]): Holder[] {
  const random = createRandom('holders')
  const groups = new Map<string, ServicePoint[]>()
  for (const point of points) {
    const key = `${point.address.id}:${point.dwelling}`
    const group = groups.get(key)
    if (group) group.push(point)
    else groups.set(key, [point])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [nameHolder(group, first.address, first.dwelling === null, random)] : []
  })
}
