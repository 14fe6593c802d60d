import { describe, expect, it } from 'vitest'
import { database, transaction } from '@/lib/db/client'
import { numberNewNetworks } from '@/lib/network/number-new-networks'
import { traceNetwork } from '@/lib/network/trace-network'
import { seedDemoTown } from '@/prisma/seed/seed-demo-town'
import { NOW } from './import-files'

describe('the demo town', () => {
  it('has segments for its three networks and a segment for every service point, from its seed on', { timeout: 120_000 }, async () => {
    await seedDemoTown(NOW)
    expect(await database().network.findMany({ select: { service: true }, orderBy: { service: 'asc' } })).toEqual([
      { service: 'water' },
      { service: 'heat' },
      { service: 'power' },
    ])
    expect(await database().servicePoint.count({ where: { segment: null } })).toBe(0)
    expect(await database().networkSegment.count({ where: { last: null } })).toBe(0)
  })

  it('has a street in its old town that two valves isolate, and more people when one of these is stuck', async () => {
    const plain = await traceNetwork(database(), 'water', { links: ['WL-0244'] })
    expect(plain).toMatchObject({ segments: 1, isolatedLinks: ['WL-0244'], cutLinks: [] })
    expect(plain.devices).toHaveLength(2)
    expect(plain.servicePoints).toBeGreaterThan(5)
    const widened = await traceNetwork(database(), 'water', { links: ['WL-0244'], stuck: ['WV-0334'] })
    expect(widened.segments).toBeGreaterThan(1)
    expect(widened.servicePoints).toBeGreaterThan(plain.servicePoints)
  })

  it('has medium-voltage cables behind which open switches would bring people back', async () => {
    const trace = await traceNetwork(database(), 'power', { links: ['PL-0913'] })
    expect(trace.cutLinks.length).toBeGreaterThan(0)
    const [best] = trace.alternatives
    expect(best?.servicePoints).toBeGreaterThan(0)
    const fed = await traceNetwork(database(), 'power', { links: ['PL-0913'], feeding: [best?.device ?? ''] })
    expect(trace.servicePoints - fed.servicePoints).toBe(best?.servicePoints)
  })

  it('gets its segments at a start where it is older than these, and keeps those it has', async () => {
    const before = await database().networkLink.findMany({ select: { code: true, segment: true }, orderBy: { id: 'asc' } })
    await database().$executeRaw`UPDATE network_link SET segment = NULL`
    await database().$executeRaw`TRUNCATE network, network_segment`
    expect(await transaction((db) => numberNewNetworks(db, NOW))).toEqual(['water', 'heat', 'power'])
    expect(await database().networkLink.findMany({ select: { code: true, segment: true }, orderBy: { id: 'asc' } })).toEqual(before)
    expect(await transaction((db) => numberNewNetworks(db, NOW))).toEqual([])
  })
})
