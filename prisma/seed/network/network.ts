import type { Service } from '@/lib/db/generated/enums'
import { type Line, lengthOf, stationAt } from '../plane/line'
import { add, type Point } from '../plane/point'
import type { Stretch } from './street-graph'

export interface NetworkNode {
  code: string
  kind: 'junction' | 'source' | 'tank'
  point: Point
}

export interface NetworkLink {
  code: string
  kind: string
  from: string
  to: string
  line: Line
}

export interface Device {
  code: string
  kind: 'valve' | 'switch'
  link: string
  node: string
  /** False for a closed valve or an open switch. */
  conducting: boolean
  point: Point
}

/** One service's pipes or cables. */
export interface Network {
  service: Service
  nodes: NetworkNode[]
  links: NetworkLink[]
  devices: Device[]
  /** The link that lies in a stretch of street; stretches without one are not served. */
  linkIn: Map<Stretch, NetworkLink>
}

/** Metres from the node: a valve sits in the road, a few steps off the crossing. */
export const DEVICE_OFFSET = 4

/** Collects a network's parts and numbers them. Lines lie `shift` metres off the street's middle, so that services do not hide each other. */
export class NetworkBuilder {
  readonly network: Network
  readonly #letter: string
  readonly #shift: Point

  constructor(service: Service, letter: string, shift: Point) {
    this.network = { service, nodes: [], links: [], devices: [], linkIn: new Map() }
    this.#letter = letter
    this.#shift = shift
  }

  addNode(kind: NetworkNode['kind'], point: Point, name?: string): NetworkNode {
    const { nodes } = this.network
    const node = { code: name ?? this.#code('N', nodes.length), kind, point: add(point, this.#shift) }
    nodes.push(node)
    return node
  }

  addLink(kind: string, from: NetworkNode, to: NetworkNode, between: Line): NetworkLink {
    const { links } = this.network
    const line = [from.point, ...between.map((point) => add(point, this.#shift)), to.point]
    const link = { code: this.#code('L', links.length), kind, from: from.code, to: to.code, line }
    links.push(link)
    return link
  }

  addDevice(kind: Device['kind'], link: NetworkLink, node: NetworkNode, conducting = true): void {
    const { devices } = this.network
    const length = lengthOf(link.line)
    const offset = Math.min(DEVICE_OFFSET, length / 3)
    const { point } = stationAt(link.line, link.from === node.code ? offset : length - offset)
    devices.push({
      code: this.#code(kind === 'valve' ? 'V' : 'S', devices.length),
      kind,
      link: link.code,
      node: node.code,
      conducting,
      point,
    })
  }

  #code(part: string, count: number): string {
    return `${this.#letter}${part}-${String(count + 1).padStart(4, '0')}`
  }
}
