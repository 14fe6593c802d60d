import { describe, expect, test } from 'vitest'
import { firstOf, lastOf, segmentsOf } from '../plane/line'
import { distance } from '../plane/point'
import { distanceToSegment } from '../plane/segment'
import { layStreets } from '../town/layout'
import { nameStreets } from '../town/street'
import { createHeatNetwork } from './heat-network'
import { DEVICE_OFFSET, type Network, type NetworkLink } from './network'
import { createPowerNetwork } from './power-network'
import { createStreetGraph } from './street-graph'
import { createWaterNetwork } from './water-network'

const graph = createStreetGraph(nameStreets(layStreets()))
const water = createWaterNetwork(graph)
const heat = createHeatNetwork(graph)
const power = createPowerNetwork(graph)
const nodesOf = ({ nodes }: Network) => new Map(nodes.map((node) => [node.code, node]))

/** Links that nothing interrupts. */
function conductingLinks({ links, devices }: Network): NetworkLink[] {
  const open = new Set(devices.filter(({ conducting }) => !conducting).map(({ link }) => link))
  return links.filter(({ code }) => !open.has(code))
}

/** The codes of all nodes that get supply from a source or tank. */
function suppliedNodes(network: Network): Set<string> {
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of conductingLinks(network)) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to])
    neighbours.set(to, [...(neighbours.get(to) ?? []), from])
  }
  const supplied = new Set(network.nodes.filter(({ kind }) => kind !== 'junction').map(({ code }) => code))
  for (const code of supplied) for (const next of neighbours.get(code) ?? []) supplied.add(next)
  return supplied
}

describe.each([water, heat, power])('the $service network of the demo town', (network) => {
  const nodes = nodesOf(network)
  const links = new Map(network.links.map((link) => [link.code, link]))

  test('names nothing twice', () => {
    expect(nodes.size).toBe(network.nodes.length)
    expect(links.size).toBe(network.links.length)
    expect(new Set(network.devices.map(({ code }) => code)).size).toBe(network.devices.length)
  })

  test('has links that run from node to node', () => {
    const loose = network.links.filter(
      ({ from, to, line }) => nodes.get(from)?.point !== firstOf(line) || nodes.get(to)?.point !== lastOf(line),
    )
    expect(loose).toEqual([])
  })

  test('has its devices on their link, where it meets their node', () => {
    for (const device of network.devices) {
      const [link, node] = [links.get(device.link), nodes.get(device.node)]
      if (!link || !node) throw new Error(`${device.code} hangs in the air.`)
      expect([link.from, link.to], device.code).toContain(node.code)
      expect(distance(device.point, node.point), device.code).toBeLessThan(DEVICE_OFFSET + 0.01)
      expect(Math.min(...segmentsOf(link.line).map(([a, b]) => distanceToSegment(device.point, a, b))), device.code).toBeLessThan(0.01)
    }
  })

  test('supplies every node', () => {
    expect(suppliedNodes(network).size).toBe(network.nodes.length)
  })
})

describe('what can be cut', () => {
  test('each distribution pipe of water has a valve wherever it meets two others', () => {
    const valves = new Set(water.devices.map(({ link, node }) => `${link} ${node}`))
    const sources = new Set(water.nodes.filter(({ kind }) => kind !== 'junction').map(({ code }) => code))
    const inStreets = water.links.filter(({ from }) => !sources.has(from))
    const meeting = (node: string) => inStreets.filter(({ from, to }) => from === node || to === node).length
    const ends = water.links
      .filter(({ kind }) => kind === 'distribution')
      .flatMap(({ code, from, to }) => [from, to].map((node) => ({ code, node })))
    expect(ends.filter(({ code, node }) => meeting(node) >= 3 && !valves.has(`${code} ${node}`))).toEqual([])
  })

  test('power runs as a tree, and open switches between its feeders would close rings', () => {
    expect(conductingLinks(power).length).toBe(power.nodes.length - 1)
    const ties =
      power.links.filter(({ kind }) => kind === 'medium_voltage').length -
      conductingLinks(power).filter(({ kind }) => kind === 'medium_voltage').length
    expect(ties).toBe(3)
  })
})
