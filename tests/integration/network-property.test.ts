import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import type { SegmentRange } from '@/lib/network/network'
import { numberSegments } from '@/lib/network/number-segments'
import { type SegmentSearch, searchSegments } from '@/lib/network/search-segments'
import { type InMemory, segmentInMemory } from './network-in-memory'
import { PlainSearch, type TestNetwork } from './network-plain-search'
import { randomNetwork, randomOf, someOf } from './network-random'

const NETWORKS = 500
const seeds = Array.from({ length: NETWORKS }, (_, seed) => seed + 1)

const isIn = (ranges: readonly SegmentRange[], number: number) => ranges.some(([from, to]) => number >= from && number <= to)

/** What a search found, in the reference's words. */
function inCodes({ links, points }: TestNetwork, memory: InMemory, search: SegmentSearch) {
  const linksIn = (ranges: SegmentRange[]) =>
    links
      .filter(({ code }) => isIn(ranges, memory.numberOf(`l:${code}`)))
      .map(({ code }) => code)
      .sort()
  const pointsIn = (ranges: SegmentRange[]) =>
    points
      .filter(({ on }) => isIn(ranges, memory.numberOf(on)))
      .map(({ code }) => code)
      .sort()
  return {
    isolatedLinks: linksIn(search.isolated),
    cutLinks: linksIn(search.cut),
    points: pointsIn(search.ranges),
    devices: search.devices,
    alternatives: Object.fromEntries(search.alternatives.map(({ device, ranges }) => [device, pointsIn(ranges)])),
  }
}

function searchOrNull(memory: InMemory, links: string[], stuck: string[], feeding: string[]): SegmentSearch | null {
  const segments = [...new Set(links.map((code) => memory.numberOf(`l:${code}`)))]
  try {
    return searchSegments(memory.graph, { segments, stuck: new Set(stuck), feeding: new Set(feeding) })
  } catch (error) {
    if (error instanceof AppError && error.detail.reason === 'network_feeds_isolated') return null
    throw error
  }
}

describe(`on ${NETWORKS} random networks`, () => {
  it('segments are what hangs together without a device between', () => {
    for (const seed of seeds) {
      const network = randomNetwork(seed)
      const memory = segmentInMemory(network)
      const plain = new PlainSearch(network).segments()
      expect(plain.length, `seed ${seed}`).toBe(memory.graph.count)
      for (const segment of plain) expect(new Set(segment.map(memory.numberOf)).size, `seed ${seed}`).toBe(1)
    }
  })

  it('the interval of every link is what the reference finds without its segment', () => {
    let cut = 0
    for (const seed of seeds) {
      const network = randomNetwork(seed)
      const memory = segmentInMemory(network)
      const reference = new PlainSearch(network)
      for (const { code } of network.links) {
        const segment = memory.numberOf(`l:${code}`)
        const range: SegmentRange = [segment, Math.max(segment, memory.lastOf(segment))]
        const plain = reference.trace([code])
        const found = network.links.filter((link) => isIn([range], memory.numberOf(`l:${link.code}`))).map((link) => link.code)
        expect(found.sort(), `seed ${seed}, ${code}`).toEqual([...(plain?.isolatedLinks ?? []), ...(plain?.cutLinks ?? [])].sort())
        cut += plain?.cutLinks.length ?? 0
      }
    }
    // The test would be empty if nothing ever hung on one link.
    expect(cut).toBeGreaterThan(1_000)
  })

  it('the search for one link, with its devices and alternatives, is the reference', () => {
    let alternatives = 0
    for (const seed of seeds) {
      const network = randomNetwork(seed)
      const memory = segmentInMemory(network)
      const reference = new PlainSearch(network)
      for (const { code } of network.links) {
        const search = searchOrNull(memory, [code], [], [])
        const plain = reference.trace([code])
        expect(search && inCodes(network, memory, search), `seed ${seed}, ${code}`).toEqual(plain)
        alternatives += search?.alternatives.length ?? 0
      }
    }
    expect(alternatives).toBeGreaterThan(100)
  })

  it('so is the search for several links with stuck and feeding devices', () => {
    let refused = 0
    let widened = 0
    for (const seed of seeds) {
      const network = randomNetwork(seed)
      const memory = segmentInMemory(network)
      const reference = new PlainSearch(network)
      const random = randomOf(seed + 100_000)
      const codes = network.links.map(({ code }) => code)
      const devices = network.devices.map(({ code }) => code)
      for (let round = 0; round < 8; round++) {
        const links = [codes[Math.floor(random() * codes.length)] ?? '', ...someOf(random, codes, 3)]
        const stuck = someOf(random, devices, devices.length / 2)
        const feeding = someOf(
          random,
          devices.filter((code) => !stuck.includes(code)),
          3,
        )
        const search = searchOrNull(memory, links, stuck, feeding)
        const plain = reference.trace(links, stuck, feeding)
        expect(search && inCodes(network, memory, search), `seed ${seed}, round ${round}`).toEqual(plain)
        if (!search) refused++
        else if (search.segments > new Set(links.map((code) => memory.numberOf(`l:${code}`))).size) widened++
      }
    }
    expect(refused).toBeGreaterThan(10)
    expect(widened).toBeGreaterThan(100)
  })
})

it('numbers a chain of a million segments, each of which depends on the one before', () => {
  const count = 1_000_000
  const hasSource = new Uint8Array(count)
  hasSource[0] = 1
  const sidesA = Int32Array.from({ length: count - 1 }, (_, at) => at)
  const { number, last } = numberSegments({ count, sidesA, sidesB: sidesA.map((side) => side + 1), hasSource })
  expect([number[0], number[count - 1], last[0], last[count - 1]]).toEqual([1, count, count, count])
})
