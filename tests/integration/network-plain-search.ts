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

/**
 * The reference: knows no segments, trees or numbers. It walks over nodes and links one by one, and asks at each end of each link whether the devices there
 * let it pass. Slow, and plain enough to be believed.
 */
export class PlainSearch {
  private readonly sources: string[]
  /** Places where a link meets a node, with the devices there. Nodes are "n:…", links "l:…". */
  private readonly places: Array<{ node: string; link: string; devices: TestNetwork['devices'] }>
  private readonly placesOf = new Map<string, Array<{ node: string; link: string; devices: TestNetwork['devices'] }>>()

  constructor(private readonly network: TestNetwork) {
    this.sources = network.nodes.flatMap(({ code, isSource }) => (isSource ? [`n:${code}`] : []))
    const devices = new Map<string, TestNetwork['devices']>()
    for (const device of network.devices) {
      const place = `${device.link} @ ${device.node}`
      devices.set(place, [...(devices.get(place) ?? []), device])
    }
    this.places = network.links.flatMap(({ code, from, to }) =>
      [from, to].map((node) => ({ node: `n:${node}`, link: `l:${code}`, devices: devices.get(`${code} @ ${node}`) ?? [] })),
    )
    for (const place of this.places)
      for (const part of [place.node, place.link]) this.placesOf.set(part, [...(this.placesOf.get(part) ?? []), place])
  }

  private walk(
    from: Iterable<string>,
    passes: (devices: TestNetwork['devices']) => boolean,
    mayEnter: (part: string) => boolean,
  ): Set<string> {
    const reached = new Set([...from].filter(mayEnter))
    for (const part of reached) {
      for (const place of this.placesOf.get(part) ?? []) {
        const other = place.node === part ? place.link : place.node
        if (mayEnter(other) && passes(place.devices)) reached.add(other)
      }
    }
    return reached
  }

  /** What `links` cut. Null where a device of `feeding` would have to be closed as well. */
  trace(links: string[], stuck: string[] = [], feeding: string[] = []): PlainTrace | null {
    const isOn = (operated: string[]) => (devices: TestNetwork['devices']) =>
      devices.every(({ code, conducting }) => conducting || operated.includes(code))
    const before = this.walk(this.sources, isOn([]), () => true)
    const isolated = this.walk(
      links.map((code) => `l:${code}`),
      (devices) => isOn([])(devices) && devices.every(({ code }) => stuck.includes(code)),
      () => true,
    )
    const free = (part: string) => !isolated.has(part)
    const border = this.places.filter(({ node, link }) => free(node) !== free(link))
    if (border.some(({ devices }) => !isOn([])(devices) && isOn(feeding)(devices))) return null
    const supplyWith = (operated: string[]) => this.walk(this.sources, isOn(operated), free)
    const after = supplyWith(feeding)
    const lost = (part: string) => isolated.has(part) || (before.has(part) && !after.has(part))
    const partOf = ({ on }: { on: string }) => on
    const pointsWhere = (holds: (part: string) => boolean) =>
      this.network.points.filter((point) => holds(partOf(point))).map(({ code }) => code)
    const alternatives: Record<string, string[]> = {}
    for (const device of this.network.devices) {
      if (device.conducting || stuck.includes(device.code) || feeding.includes(device.code)) continue
      if (isolated.has(`l:${device.link}`) || isolated.has(`n:${device.node}`)) continue
      // Between two parts that both have supply, or both have none, it changes nothing.
      if (after.has(`l:${device.link}`) === after.has(`n:${device.node}`)) continue
      const again = supplyWith([...feeding, device.code])
      const isBack = (part: string) => lost(part) && again.has(part)
      const parts = [...this.network.nodes.map(({ code }) => `n:${code}`), ...this.network.links.map(({ code }) => `l:${code}`)]
      if (parts.some(isBack)) alternatives[device.code] = pointsWhere(isBack).sort()
    }
    const codesOf = (holds: (part: string) => boolean) =>
      this.network.links.filter(({ code }) => holds(`l:${code}`)).map(({ code }) => code)
    return {
      isolatedLinks: codesOf((part) => isolated.has(part)).sort(),
      cutLinks: codesOf((part) => lost(part) && !isolated.has(part)).sort(),
      points: pointsWhere(lost).sort(),
      // Of several in one place, one has to be closed: the first by its code that can be.
      devices: border
        .filter(({ devices }) => isOn([])(devices))
        .map(
          ({ devices }) =>
            devices
              .map(({ code }) => code)
              .sort()
              .find((code) => !stuck.includes(code)) ?? '?',
        )
        .sort(),
      alternatives,
    }
  }

  /** All segments: parts that hang together without any device between them. */
  segments(): string[][] {
    const seen = new Set<string>()
    const parts = [...this.network.nodes.map(({ code }) => `n:${code}`), ...this.network.links.map(({ code }) => `l:${code}`)]
    return parts.flatMap((part) => {
      if (seen.has(part)) return []
      const segment = this.walk(
        [part],
        (devices) => devices.length === 0,
        () => true,
      )
      for (const member of segment) seen.add(member)
      return [[...segment].sort()]
    })
  }
}
