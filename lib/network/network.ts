import type { Service } from '@/lib/db/generated/enums'

/** What somebody wants to isolate. Links and devices by their codes. */
export interface TraceRequest {
  links: string[]
  /** Devices that cannot be moved: where one should be closed, the part behind it is isolated too. */
  stuck?: string[]
  /** Devices that stand closed (valve) or open (switch) and will be operated so that they conduct. */
  feeding?: string[]
}

/** Segment numbers, both inclusive. */
export type SegmentRange = [from: number, to: number]

/** A device that does not conduct now and would bring supply back to some of what is cut. */
export interface Alternative {
  device: string
  /** How many service points would have supply again. */
  servicePoints: number
}

/** What isolating links means: see docs/tracing.md. */
export interface NetworkTrace {
  /** The revision of the network that segment numbers belong to: another import may give others. */
  revision: number
  /** Codes of the devices to close, sorted. */
  devices: string[]
  /** How many segments are isolated. */
  segments: number
  /** Links of the isolated segments, sorted. */
  isolatedLinks: string[]
  /** Links beyond them that no source reaches any more, sorted. */
  cutLinks: string[]
  /** The segments that lose supply, isolated ones included, merged and ascending. */
  ranges: SegmentRange[]
  servicePoints: number
  /** Dwellings behind these service points. */
  units: number
  /** The device that brings most back comes first. */
  alternatives: Alternative[]
}

/** Links and devices of one service, as somebody names them. */
export interface NetworkPlace {
  service: Service
  what: 'link' | 'device'
  code: string
  kind: string
  /** WGS84. */
  longitude: number
  latitude: number
}
