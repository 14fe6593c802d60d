import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { findCampaignBuildings, writeBuildingsCsv } from '@/lib/coverage/find-campaign-buildings'
import { getCoverageView } from '@/lib/coverage/get-coverage-view'
import { squareSize } from '@/lib/coverage/queries'
import { takeCoverageSnapshot, takeDueCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { database } from '@/lib/db/client'
import type { Channel, ContactState, StaffRole } from '@/lib/db/generated/enums'
import { addHousehold, createUtility } from './factories'

const staff = (role: StaffRole): Actor => ({ kind: 'staff', id: 1, email: 's@example.org', name: 'S', role, source: '127.0.0.1' })
const OPERATOR = staff('operator')
const MORNING = new Date('2026-11-22T08:00:00Z')
const EVENING = new Date('2026-11-22T20:00:00Z')

let phone = 3_331_000_000
async function home(x: number, street: string, number: number, state: ContactState = 'confirmed', channel: Channel = 'sms') {
  phone += 1
  const value = channel === 'sms' ? `+39${phone}` : channel === 'email' ? `p${phone}@example.org` : String(phone)
  return addHousehold({ x, y: 5, street, number, channel, value, language: 'it', state })
}

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const part of parts) text += part
  return text
}

beforeAll(async () => {
  await createUtility()
  await home(1, 'via Uno', 1)
  await home(1, 'via Uno', 2, 'confirmed', 'email')
  await home(2, 'via Uno', 3, 'confirmed', 'telegram')
  await home(2, 'via Uno', 4, 'unreachable')
  await home(30, 'via Due', 1, 'opted_out')
  await home(30, 'via Due', 2, 'unconfirmed')
})

describe('counting whom we can tell', () => {
  it('counts confirmed contacts only, by channel', async () => {
    expect(await takeDueCoverageSnapshot(MORNING)).toBe(true)
    const view = await getCoverageView(OPERATOR, {}, MORNING)
    expect(view).toMatchObject({
      asOf: MORNING.toISOString(),
      services: ['water'],
      total: { accounts: 6, withSms: 1, withEmail: 1, withChat: 1, withAny: 3 },
    })
    expect(view.places).toMatchObject([{ municipality: 'Provaglio', district: null, accounts: 6 }])
    expect(view.days).toMatchObject([{ day: '2026-11-22', withAny: 3 }])
  })

  it('does so once a day, however many ask at once', async () => {
    expect(await Promise.all([1, 2, 3].map(() => takeDueCoverageSnapshot(EVENING)))).toEqual([false, false, false])
    const tomorrow = new Date('2026-11-22T23:30:00Z') // half past midnight in Rome
    const taken = await Promise.all([1, 2, 3].map(() => takeDueCoverageSnapshot(tomorrow)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    expect((await getCoverageView(OPERATOR, {}, tomorrow)).days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-23'])
    expect((await getCoverageView(OPERATOR, {}, EVENING)).days).toHaveLength(1)
  })

  it('counts a contact that follows the address for every account there, and nobody else’s', async () => {
    const { addressId } = await home(30, 'via Due', 3, 'unreachable')
    const { contactId } = await home(31, 'via Due', 4, 'confirmed', 'viber')
    await database().subscription.create({ data: { contactId, addressId, role: 'resident' } })
    await takeCoverageSnapshot(OPERATOR, EVENING)
    expect((await getCoverageView(OPERATOR, {}, EVENING)).total).toMatchObject({ accounts: 8, withChat: 3, withAny: 5 })
  })

  it('leaves out accounts that have ended, and counts those without an address', async () => {
    const { addressId } = await home(40, 'via Tre', 1)
    await database().$executeRaw`UPDATE account SET active = false WHERE number = ${`A-${addressId}`}`
    const other = await home(41, 'via Tre', 2)
    await database().$executeRaw`UPDATE service_point SET address_id = NULL WHERE address_id = ${other.addressId}`
    await takeCoverageSnapshot(OPERATOR, EVENING)
    const { total, places } = await getCoverageView(OPERATOR, {}, EVENING)
    expect(total).toMatchObject({ accounts: 9, withAny: 6 })
    expect(places.at(-1)).toMatchObject({ municipalityId: 0, municipality: '', accounts: 1, withAny: 1 })
  })

  it('agrees with whom an audience would be, account by account', async () => {
    const [row] = await database().$queryRaw<Array<{ told: bigint }>>`
      SELECT count(*) AS told FROM account JOIN service_point ON service_point.id = account.service_point_id
      WHERE account.active AND EXISTS (
        SELECT FROM subscription JOIN contact ON contact.id = subscription.contact_id
        WHERE contact.state = 'confirmed' AND (subscription.account_id = account.id OR subscription.address_id = service_point.address_id)
      )`
    expect(Number(row?.told)).toBe((await getCoverageView(OPERATOR, {}, EVENING)).total.withAny)
  })

  it('puts every account on the map once, and quarters below their municipality', async () => {
    await database().$executeRaw`UPDATE address SET district = 'Borgo' WHERE number <= 2`
    await takeCoverageSnapshot(OPERATOR, EVENING)
    const { squares, places, total } = await getCoverageView(OPERATOR, {}, EVENING)
    expect(squares.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(total.accounts)
    expect(squares.every(({ box: [west, south, east, north] }) => west < east && south < north && west > 8 && north < 46)).toBe(true)
    expect(places.slice(0, 3).map(({ district }) => district)).toEqual([null, 'Borgo', ''])
  })

  it('names the squares with the most unreached accounts after the street there, and lists none where everybody is reached', async () => {
    const { squares, weakest } = await getCoverageView(OPERATOR, {}, EVENING)
    const unreached = weakest.map(({ accounts, withAny }) => accounts - withAny)
    expect(unreached.length).toBeGreaterThan(0)
    expect(unreached).toEqual(
      squares
        .map(({ accounts, withAny }) => accounts - withAny)
        .filter(Boolean)
        .sort((a, b) => b - a)
        .slice(0, 10),
    )
    const [row] = await database().$queryRaw<Array<{ labels: string[] }>>`SELECT array_agg(label) AS labels FROM street`
    for (const { near } of weakest) expect(row?.labels).toContain(near?.street)
  })

  it('filters by service, and says nothing of one that nobody has', async () => {
    expect((await getCoverageView(OPERATOR, { service: 'water' }, EVENING)).total.accounts).toBe(9)
    expect((await getCoverageView(OPERATOR, { service: 'gas' }, EVENING)).total.accounts).toBe(0)
  })

  it('takes larger squares where the area is large', () => {
    expect(squareSize(10, 10, 2000)).toBe(1)
    expect(squareSize(1000, 1000, 2000)).toBe(32)
    expect(squareSize(150_000, 70_000, 2000)).toBeLessThan(1 << 20)
  })
})

describe('buildings worth a campaign', () => {
  it('lists the most unreached dwellings first, without anybody’s name or number', async () => {
    const { addressId } = await home(20, 'via Grande', 7, 'unreachable')
    await database().$executeRaw`UPDATE service_point SET kind = 'shared', units = 24 WHERE address_id = ${addressId}`
    const small = await home(21, '=cmd|Via', 8, 'unconfirmed')
    await database().$executeRaw`UPDATE service_point SET kind = 'shared', units = 6 WHERE address_id = ${small.addressId}`
    const told = await home(22, 'via Grande', 9)
    await database().$executeRaw`UPDATE service_point SET kind = 'shared', units = 30 WHERE address_id = ${told.addressId}`
    const found = await findCampaignBuildings(OPERATOR, { dwellings: '6', below: '50' }, EVENING)
    expect(found.map(({ dwellings, unreached }) => [dwellings, unreached])).toEqual([
      [24, 24],
      [6, 6],
    ])
    const csv = await textOf(writeBuildingsCsv(found))
    expect(csv).toContain("'=cmd|Via,8,")
    expect(csv).not.toMatch(/\+39|@/)
    expect(await findCampaignBuildings(OPERATOR, { dwellings: '7', below: '50' }, EVENING)).toHaveLength(1)
    expect(await findCampaignBuildings(OPERATOR, { dwellings: '6', below: '50', service: 'heat' }, EVENING)).toEqual([])
  })

  it('counts a home with several services once', async () => {
    const { addressId } = await home(25, 'via Doppia', 1, 'unreachable')
    await database().$executeRaw`UPDATE service_point SET units = 5 WHERE address_id = ${addressId}`
    const [point] = await database().$queryRaw<Array<{ id: number }>>`
      INSERT INTO service_point (service, code, address_id, units, geom) SELECT 'heat', 'H-1', id, 5, geom FROM address WHERE id = ${addressId} RETURNING id`
    await database().account.create({ data: { servicePointId: point?.id ?? 0, number: 'H-1' } })
    const found = await findCampaignBuildings(OPERATOR, { dwellings: '5', below: '50' }, EVENING)
    expect(found.find((row) => row.addressId === addressId)).toMatchObject({ dwellings: 5, unreached: 5, accounts: 2 })
  })

  it.each([[{ dwellings: '0' }], [{ below: '101' }], [{ dwellings: 'many' }], [{ service: 'wine' }]])('refuses %j', async (input) => {
    await expect(findCampaignBuildings(OPERATOR, input, EVENING)).rejects.toMatchObject({ code: 'bad_input' })
  })
})

describe('who may', () => {
  const STRANGER: Actor = { kind: 'public', source: '127.0.0.1' }
  const KEY: Actor = { kind: 'api_key', id: 1, name: 'k', scopes: ['works:read', 'works:write'], source: '127.0.0.1' }

  it('strangers and keys see nothing', async () => {
    for (const actor of [STRANGER, KEY]) {
      const refused = { code: expect.stringMatching(/^(unauthenticated|forbidden)$/) }
      await expect(getCoverageView(actor, {}, EVENING)).rejects.toMatchObject(refused)
      await expect(takeCoverageSnapshot(actor, EVENING)).rejects.toMatchObject(refused)
      await expect(findCampaignBuildings(actor, {}, EVENING)).rejects.toMatchObject(refused)
    }
  })

  it('the call centre reads, and does not have it counted', async () => {
    expect((await getCoverageView(staff('call_centre'), {}, EVENING)).asOf).not.toBeNull()
    await expect(takeCoverageSnapshot(staff('call_centre'), EVENING)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
