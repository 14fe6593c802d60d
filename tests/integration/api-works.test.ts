import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getOutages } from '@/app/api/v1/addresses/[id]/outages/route'
import { POST as cancel } from '@/app/api/v1/works/[reference]/cancel/route'
import { GET as getDeliveries } from '@/app/api/v1/works/[reference]/deliveries/route'
import { POST as extend } from '@/app/api/v1/works/[reference]/extend/route'
import { POST as publish } from '@/app/api/v1/works/[reference]/publish/route'
import { POST as reschedule } from '@/app/api/v1/works/[reference]/reschedule/route'
import { POST as restore } from '@/app/api/v1/works/[reference]/restore/route'
import { GET as getWorks } from '@/app/api/v1/works/[reference]/route'
import { POST as create, GET as findWorks } from '@/app/api/v1/works/route'
import type { Actor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/create-api-key'
import { database } from '@/lib/db/client'
import { addHousehold, createUtility, square } from './factories'

const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }

/** The handlers ask the clock themselves, so windows lie some days from now: on the utility's clocks, as "2026-12-01T09:00". */
function inDays(days: number, time: string): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`
}

const WINDOW = { start: inDays(30, '09:00'), end: inDays(30, '12:30') }
const WORKS = { service: 'water', title: 'New main in Via Roma', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] }

type Handler = (request: Request, context: { params: Promise<{ reference: string }> }) => Promise<Response>

let writer = ''
let reader = ''

function call(
  handler: Handler,
  method: 'GET' | 'POST',
  { reference = '', body, key }: { reference?: string; body?: unknown; key?: string },
) {
  const init = {
    method,
    headers: new Headers(key ? [['authorization', `Bearer ${key}`]] : []),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  return handler(new Request('http://localhost/api/v1/works', init), { params: Promise.resolve({ reference }) })
}

async function draft(overrides: object = {}): Promise<string> {
  const response = await call(create, 'POST', { body: { ...WORKS, ...overrides }, key: writer })
  expect(response.status).toBe(201)
  return (await response.json()).reference
}

describe('the works API', () => {
  let addressId: number

  beforeAll(async () => {
    await createUtility()
    const home = await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
    addressId = home.addressId
    writer = (await createApiKey(CLI, { name: 'planner', scopes: ['works:write', 'works:read'] }, new Date())).key
    reader = (await createApiKey(CLI, { name: 'reader', scopes: ['works:read'] }, new Date())).key
  })

  it('drafts works and says whom they hit', async () => {
    const response = await call(create, 'POST', { body: WORKS, key: writer })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({
      version: 1,
      state: 'draft',
      affected: { servicePoints: 1, contacts: 1 },
      legal: { ok: true },
    })
  })

  it('shows drafts to nobody', async () => {
    const reference = await draft()
    expect((await call(getWorks, 'GET', { reference })).status).toBe(404)
    const { works } = await (await call(findWorks, 'GET', {})).json()
    expect(works).toEqual([])
  })

  it('publishes, moves and cancels works, and the public reads each', async () => {
    const reference = await draft()
    const published = await (await call(publish, 'POST', { reference, key: writer })).json()
    expect(published).toMatchObject({
      reference,
      state: 'published',
      notices: [{ kind: 'advance' }, { kind: 'day_before' }, { kind: 'same_day' }],
    })
    expect(await (await call(getWorks, 'GET', { reference })).json()).toMatchObject({
      reference,
      state: 'published',
      streets: ['Via Roma'],
    })

    const moved = await call(reschedule, 'POST', {
      reference,
      key: writer,
      body: { windows: [{ start: inDays(31, '09:00'), end: inDays(31, '10:00') }] },
    })
    expect(await moved.json()).toMatchObject({ version: 2, state: 'published' })

    const outages = new Request(`http://localhost/api/v1/addresses/${addressId}/outages`)
    expect(await (await getOutages(outages, { params: Promise.resolve({ id: String(addressId) }) })).json()).toMatchObject({
      status: 'affected',
      outages: [{ reference, state: 'coming' }],
    })

    const cancelled = await call(cancel, 'POST', { reference, key: writer, body: { reason: 'The part is missing' } })
    expect(await cancelled.json()).toMatchObject({ state: 'cancelled' })
    expect(await (await call(getWorks, 'GET', { reference })).json()).toMatchObject({
      state: 'cancelled',
      cancelReason: 'The part is missing',
    })

    const deliveries = await (await call(getDeliveries, 'GET', { reference, key: reader })).json()
    expect(deliveries).toMatchObject({ reference, state: 'cancelled' })
    expect(deliveries.notices.length).toBeGreaterThanOrEqual(3)
  })

  it('extends works that run and says that supply is back; those to come it does not', async () => {
    const reference = await draft()
    await call(publish, 'POST', { reference, key: writer })
    const early = await call(extend, 'POST', { reference, key: writer, body: { until: inDays(30, '14:00') } })
    expect(early.status).toBe(409)
    expect(await early.json()).toMatchObject({ reason: 'works_not_begun' })
    await database().$executeRaw`
      UPDATE works_window SET starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'
      WHERE part_id IN (SELECT works_part.id FROM works_part JOIN works ON works.id = works_id WHERE reference = ${reference})`
    const until = new Date(Date.now() + 3 * 3_600_000).toISOString()
    const extended = await call(extend, 'POST', { reference, key: writer, body: { until } })
    expect(await extended.json()).toMatchObject({ version: 2, state: 'running', notices: [{ kind: 'extended' }, { kind: 'same_day' }] })
    expect(await (await call(getWorks, 'GET', { reference })).json()).toMatchObject({ windows: [{ end: until }] })
    expect((await call(extend, 'POST', { reference, key: writer, body: {} })).status).toBe(400)
    const restored = await call(restore, 'POST', { reference, key: writer })
    expect(await restored.json()).toMatchObject({ version: 3, state: 'ended', notices: [{ kind: 'restored' }] })
    expect((await call(restore, 'POST', { reference, key: writer })).status).toBe(409)
    expect((await call(restore, 'POST', { reference, key: reader })).status).toBe(403)
  })

  it('refuses to publish twice', async () => {
    const reference = await draft()
    await call(publish, 'POST', { reference, key: writer })
    const again = await call(publish, 'POST', { reference, key: writer })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ code: 'conflict', reason: 'works_already_published' })
  })

  it('refuses a call without a key, and with an unknown or a revoked one', async () => {
    const bare = await call(create, 'POST', { body: WORKS })
    expect(bare.status).toBe(401)
    expect(bare.headers.get('www-authenticate')).toBe('Bearer')
    expect((await call(create, 'POST', { body: WORKS, key: 'preavviso_guess' })).status).toBe(401)
    const { id, key } = await createApiKey(CLI, { name: 'old', scopes: ['works:write'] }, new Date())
    await database().apiKey.update({ where: { id }, data: { revokedAt: new Date() } })
    expect((await call(create, 'POST', { body: WORKS, key })).status).toBe(401)
  })

  it('refuses a key that lacks the scope, and writes nothing', async () => {
    const before = await database().works.count()
    const response = await call(create, 'POST', { body: WORKS, key: reader })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ reason: 'api_scope_missing' })
    expect(await database().works.count()).toBe(before)
  })

  it.each([
    ['a title of 10,000 characters', { title: 'x'.repeat(10_000) }, 'title'],
    ['an unknown service', { service: 'beer' }, 'service'],
    ['an area that crosses itself', { parts: [{ area: crossing(), windows: [WINDOW] }] }, 'parts.0.area'],
    [
      'a window that ends before it begins',
      { parts: [{ area: square(0, 0, 3), windows: [{ start: WINDOW.end, end: WINDOW.start }] }] },
      'parts.0.windows.0',
    ],
    ['no parts', { parts: [] }, 'parts'],
  ])('refuses %s and names the field', async (_what, overrides, field) => {
    const before = await database().works.count()
    const response = await call(create, 'POST', { body: { ...WORKS, ...overrides }, key: writer })
    expect(response.status).toBe(400)
    const problem = await response.json()
    expect(problem.field).toContain(field)
    expect(problem.detail.length).toBeGreaterThan(10)
    expect(await database().works.count()).toBe(before)
  })

  it('does not know works that never were', async () => {
    const response = await call(publish, 'POST', { reference: 'W-1999-9999', key: writer })
    expect(response.status).toBe(404)
  })

  it('stores only the hash of a key', async () => {
    const rows = await database().apiKey.findMany()
    expect(JSON.stringify(rows)).not.toContain(writer)
    expect(rows[0]?.keyHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('takes streets, the kind of work and supply places, and shows them to the public', async () => {
    const parts = [{ streets: 'via Roma 1', windows: [WINDOW] }]
    const supplyPlaces = [{ kind: 'tanker', label: 'Piazza Libertà', note: '8-20', at: [8.701, 45.001] }]
    const body = { ...WORKS, area: undefined, parts, workType: 'repair', contact: 'Rossi, 0131 1', crew: 'Squadra 3', supplyPlaces }
    const drafted = await (await call(create, 'POST', { body, key: writer })).json()
    expect(drafted).toMatchObject({ affected: { servicePoints: 1 } })
    await call(publish, 'POST', { reference: drafted.reference, key: writer })
    const shown = await (await call(getWorks, 'GET', { reference: drafted.reference })).json()
    expect(shown).toMatchObject({
      contact: 'Rossi, 0131 1',
      supplyPlaces,
      workType: { it: 'Riparazione della rete' },
      streets: ['Via Roma'],
    })
    expect(JSON.stringify(shown)).not.toContain('Squadra 3')
    await call(cancel, 'POST', { reference: drafted.reference, key: writer, body: { reason: 'Only a trial' } })
  })

  it.each([
    ['streets that are not known', { parts: [{ streets: 'via Nessuna 1', windows: [WINDOW] }] }, 'street_not_known', 'parts.0.streets'],
    ['a part without a selection', { parts: [{ windows: [WINDOW] }] }, 'selection_empty', 'parts.0.area'],
    ['a kind of work that there is not', { workType: 'dance' }, 'not_one_of', 'workType'],
    ['a place that is not on earth', { supplyPlaces: [{ kind: 'tap', label: 'x', at: [8, 95] }] }, 'number_too_big', 'supplyPlaces.0.at.1'],
  ])('refuses %s with its field', async (_what, overrides, reason, field) => {
    const response = await call(create, 'POST', { body: { ...WORKS, ...overrides }, key: writer })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ reason, field })
  })

  it('refuses links while there is no network, and makes one works of an order that is sent twice', async () => {
    const links = { parts: [{ links: ['L-nowhere'], windows: [WINDOW] }] }
    const refused = await call(create, 'POST', { body: { ...WORKS, ...links }, key: writer })
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ reason: 'network_not_imported' })
    const order = { ...WORKS, externalReference: 'WO-2026-7' }
    const first = await call(create, 'POST', { body: order, key: writer })
    const { reference } = await first.json()
    const again = await call(create, 'POST', { body: order, key: writer })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ reason: 'works_exist_already', field: 'externalReference' })
    expect(await database().works.count({ where: { externalReference: 'WO-2026-7', reference } })).toBe(1)
  })
})

/** A figure of eight. */
function crossing() {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [8.7, 45],
        [8.702, 45.002],
        [8.702, 45],
        [8.7, 45.002],
        [8.7, 45],
      ],
    ],
  }
}
