import { describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '@/lib/auth/demo-sign-ins'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'
import { getUtility } from '@/lib/utility/queries'
import { DEMO_STAFF } from '@/prisma/seed/demo-staff'
import { DEMO_UTILITY } from '@/prisma/seed/demo-utility'
import { isEmpty } from '@/prisma/seed/is-empty'
import { seedDemoTown } from '@/prisma/seed/seed-demo-town'
import { createTown } from '@/prisma/seed/town'

const NOW = new Date('2026-11-23T09:00:00Z')
const town = createTown()

async function countRows() {
  const db = database()
  const [streets, addresses, servicePoints, accounts, contacts, subscriptions] = await Promise.all([
    db.street.count(),
    db.address.count(),
    db.servicePoint.count(),
    db.account.count(),
    db.contact.count(),
    db.subscription.count(),
  ])
  return { streets, addresses, servicePoints, accounts, contacts, subscriptions }
}

/** The embedded database takes no notes by itself, and has one connection. */
const hasAutovacuum = process.env.TEST_DATABASE_URL !== 'embedded'

/** What autovacuum does when it comes at this moment: it does not see the rows that are being written. */
const takeNote = () => database().$executeRaw`ANALYZE service_point, network_node, network_link, device`

// One story: each step stands on the one before.
describe('seeding the demo town', () => {
  test('a seed that breaks off leaves an empty database', async () => {
    expect(await isEmpty()).toBe(true)
    const breakOff = (done: number) => {
      if (done > 30_000) throw new Error('killed')
    }
    await expect(seedDemoTown(NOW, breakOff)).rejects.toThrow('killed')
    expect(await isEmpty()).toBe(true)
    expect((await countRows()).addresses).toBe(0)
  })

  test('writes the whole town and tells how far it is, also while the database takes note of tables that are still empty', async () => {
    const heard: number[] = []
    let total = 0
    let noting: Promise<unknown> | null = null
    await seedDemoTown(NOW, (done, all) => {
      heard.push(done)
      total = all
      if (hasAutovacuum)
        noting ??= takeNote().finally(() => {
          noting = null
        })
    })
    await noting
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    expect(heard.at(-1)).toBe(total)
    expect(await isEmpty()).toBe(false)
    expect(await getUtility()).toEqual(DEMO_UTILITY)
    expect(await countRows()).toEqual({
      streets: town.streets.length,
      addresses: town.addresses.length,
      servicePoints: town.servicePoints.length,
      accounts: town.accounts.length,
      contacts: town.registered.register.contacts.length,
      subscriptions: town.registered.register.subscriptions.length,
    })
  })

  test('writes the town, its quarters and the zones of its networks, each valid and around its own houses', async () => {
    const db = database()
    const kinds = await db.boundary.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })
    expect(kinds.map(({ kind, _count }) => [kind, _count])).toEqual([
      ['municipality', 1],
      ['quarter', 9],
      ['zone', 7],
    ])
    const [wrong] = await db.$queryRaw<[{ invalid: number; outside: number; elsewhere: number }]>`
      SELECT (SELECT count(*)::int FROM boundary WHERE NOT ST_IsValid(geom)) AS invalid,
        (SELECT count(*)::int FROM address a, boundary b WHERE b.kind = 'municipality' AND NOT ST_Covers(b.geom, a.geom)) AS outside,
        (SELECT count(*)::int FROM address a JOIN boundary b ON b.kind = 'quarter' AND ST_Contains(b.geom, a.geom) WHERE b.name <> a.district) AS elsewhere`
    expect(wrong.invalid).toBe(0)
    expect(wrong.outside).toBe(0)
    // A house's door may lie across the line from its middle, which gives it its quarter.
    expect(wrong.elsewhere).toBeLessThan(town.addresses.length / 50)
  })

  test('a second seed is refused and changes nothing', async () => {
    const before = await countRows()
    await expect(seedDemoTown(NOW)).rejects.toThrow()
    expect(await countRows()).toEqual(before)
  })

  test('every shape is valid and lies in the served area', async () => {
    const [row] = await database().$queryRaw<{ shapes: number; wrong: number }[]>`
      WITH shape (geom) AS (
        SELECT geom FROM address UNION ALL SELECT geom FROM service_point UNION ALL SELECT geom FROM backdrop_feature
        UNION ALL SELECT geom FROM network_node UNION ALL SELECT geom FROM network_link UNION ALL SELECT geom FROM device
      )
      SELECT count(*)::int AS shapes, count(*) FILTER (WHERE NOT ST_IsValid(geom) OR NOT ST_Covers(served_area, geom))::int AS wrong
      FROM shape, utility`
    expect(row?.shapes).toBeGreaterThan(30_000)
    expect(row?.wrong).toBe(0)
  })

  test('the served area holds all of Alessandria, so that its real addresses can be imported, but not the next cities', async () => {
    const [row] = await database().$queryRaw<{ alessandria: boolean; milan: boolean; genoa: boolean; valid: boolean }[]>`
      SELECT ST_IsValid(served_area) AS valid, ST_Covers(served_area, ST_MakeEnvelope(8.25, 44.60, 9.10, 45.15, 4326)) AS alessandria,
             ST_Covers(served_area, ST_SetSRID(ST_MakePoint(9.19, 45.46), 4326)) AS milan,
             ST_Covers(served_area, ST_SetSRID(ST_MakePoint(8.93, 44.41), 4326)) AS genoa
      FROM utility`
    expect(row).toEqual({ valid: true, alessandria: true, milan: false, genoa: false })
  })

  test('no address of the town lies among those of Alessandria', async () => {
    const [row] = await database().$queryRaw<{ clashes: number }[]>`
      SELECT count(*)::int AS clashes FROM address WHERE ST_Intersects(geom, ST_MakeEnvelope(8.511, 44.843, 8.787, 44.988, 4326))`
    expect(row?.clashes).toBe(0)
  })

  test('rows that come later get ids of their own', async () => {
    const street = await database().street.create({
      data: { municipalityId: 1, type: 'Via', name: 'Nuova', label: 'Via Nuova', searchText: 'via nuova' },
    })
    expect(street.id).toBe(town.streets.length + 1)
  })

  test('the utility can be read, and each member of staff can sign in', async () => {
    const utility = await getUtility()
    expect(utility).toMatchObject({ zone: 'Europe/Rome', defaultLanguage: 'it', services: ['water', 'heat', 'power'] })
    expect(utility.sender.length).toBeLessThanOrEqual(11)
    for (const { email, role } of DEMO_STAFF)
      expect(await verifyStaff({ email, password: DEMO_PASSWORD }, new Date())).toMatchObject({ email, role })
  })

  test('contacts are as old as their person, and confirmed unless they are not', async () => {
    const [row] = await database().$queryRaw<{ wrong: number }[]>`
      SELECT count(*)::int AS wrong FROM contact
      WHERE (confirmed_at IS NULL) <> (state = 'unconfirmed') OR created_at >= ${NOW}::timestamptz OR confirmed_at >= ${NOW}::timestamptz`
    expect(row?.wrong).toBe(0)
  })
})
