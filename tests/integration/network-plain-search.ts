/** A network by codes, as files have it. */
export interface TestNetwork {
  nodes: Array<{ code: string; isSource: boolean }>
  links: Array<{ code: string; from: string; to: string }>
  devices: Array<{ code: string; link: string; node: string; conducting: boolean }>
  /** Service points, each on a node or a link. */
  points: Array<{ code: string; on: string }>
}

export interface PlainTrace {
  isolatedLinks: string[]
  cutLinks: string[]
  points: string[]
  devices: string[]
  /** Device → codes of the points that it would bring back. */
  alternatives: Record<string, string[]>
}

/** A node ("n:…") or a link ("l:…"), with the places where it meets others. */
interface Part {
  name: string
  places: Place[]
}

/** Where a link meets a node, with the devices there. */
interface Place {
  node: Part
  link: Part
  devices: TestNetwork['devices']
}

type Passes = (devices: TestNetwork['devices']) => boolean

/** Whether devices let supply pass when some of them are operated. */
function isOn(operated: string[]): Passes {
  return (devices) => devices.every(({ code, conducting }) => conducting || operated.includes(code))
}

const passesAll: Passes = isOn([])

const codesOf = (things: Array<{ code: string }>) => things.map(({ code }) => code).sort()

/**
 * The reference: knows no segments, trees or numbers. It walks over nodes and links one by one, and asks at each end of each link whether the devices there
 * let it pass. Slow, and plain enough to be believed.
 */
export class PlainSearch {
  private readonly parts = new Map<string, Part>()
  private readonly places: Place[]
  private readonly sources: Part[]
  private readonly links: Array<{ code: string; part: Part }>
  private readonly points: Array<{ code: string; part: Part }>
  private readonly devices: Array<TestNetwork['devices'][number] & { ends: [Part, Part] }>
  /** What has supply before anything is cut. */
  private readonly before: Set<Part>

  constructor(network: TestNetwork) {
    const part = (name: string) => this.parts.get(name) ?? this.add(name)
    this.sources = network.nodes.flatMap(({ code, isSource }) => (isSource ? [part(`n:${code}`)] : []))
    this.links = network.links.map(({ code }) => ({ code, part: part(`l:${code}`) }))
    for (const { code } of network.nodes) part(`n:${code}`)
    this.points = network.points.map(({ code, on }) => ({ code, part: part(on) }))
    this.devices = network.devices.map((device) => ({ ...device, ends: [part(`l:${device.link}`), part(`n:${device.node}`)] }))
    this.places = network.links.flatMap(({ code, from, to }) =>
      [from, to].map((end) => ({
        node: part(`n:${end}`),
        link: part(`l:${code}`),
        devices: network.devices.filter(({ link, node }) => link === code && node === end),
      })),
    )
    for (const place of this.places) for (const end of [place.node, place.link]) end.places.push(place)
    this.before = this.walk(this.sources, passesAll)
  }

  private add(name: string): Part {
    const part = { name, places: [] }
    this.parts.set(name, part)
    return part
  }

  private walk(from: Part[], passes: Passes, mayEnter: (part: Part) => boolean = () => true): Set<Part> {
    const reached = new Set(from.filter(mayEnter))
    for (const part of reached) {
      for (const { node, link, devices } of part.places) {
        const other = node === part ? link : node
        if (mayEnter(other) && passes(devices)) reached.add(other)
      }
    }
    return reached
  }

  /** What `links` cut. Null where a device of `feeding` would have to be closed as well. */
  trace(links: string[], stuck: string[] = [], feeding: string[] = []): PlainTrace | null {
    const isolated = this.walk(
      this.links.filter(({ code }) => links.includes(code)).map(({ part }) => part),
      (devices) => passesAll(devices) && devices.every(({ code }) => stuck.includes(code)),
    )
    const free = (part: Part) => !isolated.has(part)
    const border = this.places.filter(({ node, link }) => free(node) !== free(link))
    if (border.some(({ devices }) => !passesAll(devices) && isOn(feeding)(devices))) return null
    const supplyWith = (operated: string[]) => this.walk(this.sources, isOn(operated), free)
    const after = supplyWith(feeding)
    const lost = (part: Part) => isolated.has(part) || (this.before.has(part) && !after.has(part))
    const alternatives: Record<string, string[]> = {}
    for (const { code, conducting, ends } of this.devices) {
      if (conducting || stuck.includes(code) || feeding.includes(code) || !ends.every(free)) continue
      // Between two parts that both have supply, or both have none, it changes nothing.
      if (after.has(ends[0]) === after.has(ends[1])) continue
      const again = supplyWith([...feeding, code])
      const isBack = (part: Part) => lost(part) && again.has(part)
      if ([...this.parts.values()].some(isBack)) alternatives[code] = codesOf(this.points.filter(({ part }) => isBack(part)))
    }
    return {
      isolatedLinks: codesOf(this.links.filter(({ part }) => isolated.has(part))),
      cutLinks: codesOf(this.links.filter(({ part }) => lost(part) && !isolated.has(part))),
      points: codesOf(this.points.filter(({ part }) => lost(part))),
      // Of several in one place, one has to be closed: the first by its code that can be.
      devices: border
        .filter(({ devices }) => passesAll(devices))
        .map(({ devices }) => codesOf(devices).find((code) => !stuck.includes(code)) ?? '?')
        .sort(),
      alternatives,
    }
  }

  /** All segments: parts that hang together without any device between them. */
  segments(): string[][] {
    const seen = new Set<Part>()
    return [...this.parts.values()].flatMap((part) => {
      if (seen.has(part)) return []
      const segment = this.walk([part], (devices) => devices.length === 0)
      for (const member of segment) seen.add(member)
      return [[...segment].map(({ name }) => name).sort()]
    })
  }
}
