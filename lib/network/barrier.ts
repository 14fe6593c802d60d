import { z } from 'zod'

/** A place where a link meets a node and one or more devices stand in a row: only together do they conduct. */
export interface Barrier {
  /** Numbers of the segments on its two sides. The same, where they hang together around it. */
  sides: readonly [number, number]
  devices: ReadonlyArray<{ code: string; conducting: boolean }>
}

/** A device with what it stands between. */
export const deviceRow = z.object({
  code: z.string(),
  conducting: z.boolean(),
  linkCode: z.string(),
  nodeCode: z.string(),
  linkSegment: z.number(),
  nodeSegment: z.number(),
})

export type DeviceRow = z.infer<typeof deviceRow>

/** Brings devices that stand in one place together. In the order of their first ones. */
export function groupBarriers(rows: Iterable<DeviceRow>): Barrier[] {
  const places = new Map<string, { sides: [number, number]; devices: Array<{ code: string; conducting: boolean }> }>()
  for (const { code, conducting, linkCode, nodeCode, linkSegment, nodeSegment } of rows) {
    const key = `${linkCode}\u0000${nodeCode}`
    const barrier = places.get(key) ?? { sides: [linkSegment, nodeSegment], devices: [] }
    barrier.devices.push({ code, conducting })
    places.set(key, barrier)
  }
  return [...places.values()]
}

const NONE: ReadonlySet<string> = new Set()

/** Whether supply passes, when the devices of `feeding` are operated. */
export function conducts({ devices }: Barrier, feeding: ReadonlySet<string> = NONE): boolean {
  return devices.every(({ code, conducting }) => conducting || feeding.has(code))
}

/** The device by which a conducting barrier is closed: the first that is not stuck. Null where all are. */
export function chooseDevice({ devices }: Barrier, stuck: ReadonlySet<string> = NONE): string | null {
  return devices.find(({ code }) => !stuck.has(code))?.code ?? null
}

/** The one device that would make the barrier conduct; null where it does already, or needs two, or the one is stuck. */
export function findIdleDevice(
  { devices }: Barrier,
  feeding: ReadonlySet<string> = NONE,
  stuck: ReadonlySet<string> = NONE,
): string | null {
  const [idle, ...more] = devices.filter(({ code, conducting }) => !conducting && !feeding.has(code))
  return idle && more.length === 0 && !stuck.has(idle.code) ? idle.code : null
}

/** How lists of codes are sorted everywhere: as PostgreSQL's "C", by their characters' numbers. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
