import type { Geometry } from 'geojson'
import { z } from 'zod'

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
const service = z.enum(['water', 'heat', 'power', 'gas'])

/** West, south, east, north, in degrees (WGS84). */
export const viewBounds = z.tuple([longitude, latitude, longitude, latitude])
export type ViewBounds = z.infer<typeof viewBounds>

/** What somebody looks at; all services where `service` is null. */
export const viewInput = z.object({ bounds: viewBounds, service: service.nullable() })
export type ViewInput = z.infer<typeof viewInput>

export const ITEM_LAYERS = ['works', 'devices', 'links', 'service-points'] as const
export type ItemLayer = (typeof ITEM_LAYERS)[number]

/** One thing on the map: the code of a link, device or service point, which is unique in its service; the reference of works. */
export const itemInput = z.object({ layer: z.enum(ITEM_LAYERS), service, code: z.string().min(1).max(100) })
export type ItemInput = z.infer<typeof itemInput>

export const viewWorks = z.object({
  reference: z.string(),
  title: z.string(),
  service,
  state: z.enum(['published', 'running']),
  /** ISO 8601. */
  startsAt: z.string().nullable(),
})
export type ViewWorks = z.infer<typeof viewWorks>

export const viewItem = z.object({ service, code: z.string(), kind: z.string(), conducting: z.boolean().nullable() })
export type ViewItem = z.infer<typeof viewItem>

/** Something of which there may be more than a list holds. */
export interface ViewCount<Item> {
  count: number
  /** Whether there are more than `count`: so many were counted, and no more. */
  isMore: boolean
  /** The first by code; none where there are too many to sort. */
  items: Item[]
}

/** What the map shows, for those who read it. */
export interface MapViewList {
  works: ViewCount<ViewWorks>
  devices: ViewCount<ViewItem>
  links: ViewCount<ViewItem>
  servicePoints: { points: number; units: number; isEstimate: boolean }
  /** Names of municipalities, quarters and zones that the view touches. */
  places: string[]
}

/** One thing on the map, with what is known of it. */
export interface MapItem {
  layer: ItemLayer
  service: ViewItem['service']
  code: string
  geometry: Geometry
  bounds: ViewBounds
  facts: MapItemFacts
  /** Published works that touch it. */
  works: ViewWorks[]
}

/** What is known; null or missing what does not apply or nobody said. */
export interface MapItemFacts {
  kind?: string | null
  /** Of a device: whether it lets supply through as the network stands. */
  conducting?: boolean | null
  link?: string | null
  fromNode?: string | null
  toNode?: string | null
  metres?: number | null
  units?: number | null
  address?: string | null
  priority?: string | null
  title?: string | null
  state?: 'published' | 'running' | null
  /** Service points between the same devices, which lose supply together. */
  segmentPoints?: number | null
}
