import type { DeviceKind, NodeKind, ServicePointKind } from '@/lib/db/generated/enums'

/** One thing that a network file says, with the line (in GeoJSON: the feature) that says it. */
interface Staged {
  line: number
}

export interface StagedNode extends Staged {
  code: string
  kind: NodeKind
  x: number | null
  y: number | null
}

export interface StagedLink extends Staged {
  code: string
  kind: string
  from: string
  to: string
  /** "x y,x y"; null where it follows from the nodes and the file's vertices. */
  shape: string | null
  isClosed: boolean
}

export interface StagedDevice extends Staged {
  code: string
  kind: DeviceKind
  link: string
  node: string
  conducting: boolean
  x: number | null
  y: number | null
}

export interface StagedPoint extends Staged {
  code: string
  node: string | null
  link: string | null
  kind: ServicePointKind | null
  units: number | null
  x: number | null
  y: number | null
}

/** What an EPANET file says of a node or link in another section. */
export interface StagedRemark extends Staged {
  what: 'coordinates' | 'vertex' | 'open' | 'closed' | 'operated'
  code: string
  x: number | null
  y: number | null
}

/** What a reader yields: something to stage, or what is wrong with a line. */
export type NetworkEntry =
  | { what: 'node'; row: StagedNode }
  | { what: 'link'; row: StagedLink }
  | { what: 'device'; row: StagedDevice }
  | { what: 'service_point'; row: StagedPoint }
  | { what: 'remark'; row: StagedRemark }
  | { what: 'problem'; row: StagedProblem }

export interface StagedProblem extends Staged {
  field: string
  reason: string
  params: Record<string, string | number>
}

/** What a reader calls the parts of a network, in files and in lists of what was rejected. */
export type NetworkPart = 'node' | 'link' | 'device' | 'service_point'
