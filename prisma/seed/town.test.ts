import { describe, expect, test } from 'vitest'
import { SERVED_AREA } from './demo-utility'
import { BoxIndex } from './plane/box-index'
import { segmentsOf } from './plane/line'
import { contains, isNearer, isWithin } from './plane/polygon'
import { project } from './plane/projection'
import { distanceToSegment } from './plane/segment'
import { createTown, type Town } from './town'
import { addressLabel } from './town/address'
import type { Building } from './town/building'
import { landmarks } from './town/landmarks'
import { riverPolygon } from './town/river'
import { WayIndex } from './town/way-index'

const town = createTown()
const { streets, buildings, addresses } = town

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

describe('the demo town', () => {
  test('is the same each time it is made', () => {
    const essence = ({ addresses, servicePoints, accounts, registered }: Town) => [
      addresses.map((address) => [addressLabel(address), address.point, address.units]),
      servicePoints.map(({ code, link, node, point }) => [code, link, node, point]),
      accounts.map(({ number, eicCode, holder }) => [number, eicCode, holder.name]),
      registered.register.contacts.map(({ channel, value, state }) => [channel, value, state]),
    ]
    expect(JSON.stringify(essence(createTown()))).toBe(JSON.stringify(essence(town)))
  })

  test('has about 6,000 addresses on streets with names of their own', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(5_500)
    expect(addresses.length).toBeLessThanOrEqual(6_500)
    expect(repeated(streets.map(({ label }) => label))).toEqual([])
    expect(repeated(addresses.map(addressLabel))).toEqual([])
    expect(new Set(addresses.map(({ suffix }) => suffix))).toEqual(new Set(['', 'A', 'B', 'bis']))
  })

  test('lies in the area that its utility serves', () => {
    expect(addresses.filter(({ point }) => !contains(SERVED_AREA, project(point)))).toEqual([])
  })

  test('has every door within 60 metres of its street', () => {
    const far = addresses.filter(({ point, street }) => segmentsOf(street.way.line).every(([a, b]) => distanceToSegment(point, a, b) > 60))
    expect(far.map(addressLabel)).toEqual([])
  })

  test('numbers its houses odd on the left, even on the right, rising along the street', () => {
    for (const { way, label } of streets) {
      for (const side of ['left', 'right'] as const) {
        const doors = addresses.filter(({ street, building }) => street.way === way && building.side === side).sort((a, b) => a.at - b.at)
        const numbers = doors.map(({ number }) => number)
        expect(
          numbers.every((number) => number % 2 === (side === 'left' ? 1 : 0)),
          label,
        ).toBe(true)
        expect(numbers, label).toEqual(numbers.toSorted((a, b) => a - b))
      }
    }
  })

  test('keeps its buildings off the streets and out of the river', () => {
    const index = new WayIndex()
    for (const { way } of streets) index.add(way)
    const isOnStreet = ({ footprint }: Building) =>
      [...index.near(footprint, 30)].some(({ way, a, b }) => isWithin(way.halfWidth - 0.5, footprint, a, b))
    expect(buildings.filter(isOnStreet)).toEqual([])
    expect(buildings.filter(({ footprint }) => footprint.some((corner) => contains(riverPolygon, corner)))).toEqual([])
  })

  test('has no building inside another', () => {
    const all = [...buildings, ...landmarks]
    const index = new BoxIndex<(typeof all)[number]>()
    for (const building of all) index.add(building, building.footprint)
    const overlaps = all.flatMap((one) =>
      [...index.near(one.footprint, 0)].filter((other) => other !== one && isNearer(-0.5, one.footprint, other.footprint)),
    )
    expect(overlaps).toEqual([])
  })
})
