import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getOutages } from '@/app/api/v1/addresses/[id]/outages/route'
import { GET as findAddresses } from '@/app/api/v1/addresses/route'
import { apiDocument } from '@/app/api/v1/openapi.json/document'
import type { Operation } from '@/app/api/v1/openapi.json/operations'
import { GET as getDocument } from '@/app/api/v1/openapi.json/route'
import { POST as cancel } from '@/app/api/v1/works/[reference]/cancel/route'
import { GET as getDeliveries } from '@/app/api/v1/works/[reference]/deliveries/route'
import { POST as publish } from '@/app/api/v1/works/[reference]/publish/route'
import { POST as reschedule } from '@/app/api/v1/works/[reference]/reschedule/route'
import { GET as getWorks } from '@/app/api/v1/works/[reference]/route'
import { POST as create, GET as findWorks } from '@/app/api/v1/works/route'
import { GET as getGeojson } from '@/app/feeds/works.geojson/route'
import { createApiKey } from '@/lib/auth/create-api-key'
import { addHousehold, createUtility, square } from './factories'

const document = apiDocument('https://acque.example')
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema({ $id: 'document', components: document.components })

/** The schema of an answer, by what the document says of its route. */
function schemaOf(method: string, path: string, status: number): object {
  const operation = document.paths[path]?.[method] as Operation
  const [content] = Object.values(operation.responses[status]?.content ?? {})
  if (!content) throw new Error(`${method} ${path} does not say what ${status} answers`)
  return content.schema
}

function errorsOf(schema: object, value: unknown): unknown[] {
  const located = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components'))
  const validate = ajv.compile(located)
  return validate(value) ? [] : (validate.errors ?? [])
}

async function expectTrue(method: string, path: string, response: Response): Promise<unknown> {
  const body = await response.json()
  const problem = response.status >= 400
  expect(errorsOf(schemaOf(method, path, response.status), body), `${method} ${path} ${response.status}`).toEqual([])
  expect(response.headers.get('content-type')?.split(';')[0]).toBe(
    problem ? 'application/problem+json' : path.endsWith('.geojson') ? 'application/geo+json' : 'application/json',
  )
  return body
}

const inDays = (days: number, time: string) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${time}`
const WINDOW = { start: inDays(30, '09:00'), end: inDays(30, '12:30') }
const WORKS = { service: 'water', title: 'New main in Via Roma', workType: 'repair', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] }

let key = ''
const ask = (path: string, body?: unknown) => {
  const headers = new Headers(body === undefined ? [] : [['authorization', `Bearer ${key}`]])
  return new Request(`http://localhost${path}`, { headers, ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }) })
}
const at = <Params>(params: Params) => ({ params: Promise.resolve(params) })

describe('the description of the API', () => {
  let home: string
  let far: string

  beforeAll(async () => {
    await createUtility()
    const house = { channel: 'sms', language: 'it' } as const
    home = String((await addHousehold({ ...house, x: 1, y: 1, street: 'Via Roma', number: 1, value: '+393330000001' })).addressId)
    far = String((await addHousehold({ ...house, x: 500, y: 1, street: 'Via Lontana', number: 1, value: '+393330000002' })).addressId)
    key = (
      await createApiKey({ kind: 'cli', name: 'test', source: 'cli' }, { name: 'all', scopes: ['works:write', 'works:read'] }, new Date())
    ).key
  })

  it('is served as it is, and refers to nothing that is not in it', async () => {
    const served = await (await getDocument(ask('/api/v1/openapi.json'), at({}))).json()
    expect(served.paths).toEqual(JSON.parse(JSON.stringify(document.paths)))
    const names = new Set([...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? ''))
    expect([...names].filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([])
    expect(Object.keys(document.components.schemas).filter((name) => !names.has(name))).toEqual([])
  })

  it('gives examples that fit its own schemas', () => {
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const bodies = operations.flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
    expect(bodies.length).toBeGreaterThan(5)
    for (const { schema, example } of bodies) expect(errorsOf(schema, example)).toEqual([])
  })

  it('is true of what it says about addresses', async () => {
    const lookup = (query: string) => findAddresses(ask(`/api/v1/addresses${query}`), at({}))
    for (const query of ['?q=via%20roma%201', '?q=via%20roma', '?q=zzzz', '?q=rom&partial=1', '?q=']) {
      await expectTrue('get', '/api/v1/addresses', await lookup(query))
    }
    for (const id of [home, far, '999999'])
      await expectTrue('get', '/api/v1/addresses/{id}/outages', await getOutages(ask('/'), at({ id })))
  })

  it('is true of works, through their life', async () => {
    const drafted = await expectTrue('post', '/api/v1/works', await create(ask('/api/v1/works', WORKS), at({})))
    const { reference } = drafted as { reference: string }
    await expectTrue('post', '/api/v1/works', await create(ask('/api/v1/works', { ...WORKS, service: 'beer' }), at({})))
    await expectTrue('post', '/api/v1/works/{reference}/publish', await publish(ask('/', {}), at({ reference })))
    const windows = [{ start: inDays(31, '09:00'), end: inDays(31, '10:00') }]
    await expectTrue('post', '/api/v1/works/{reference}/reschedule', await reschedule(ask('/', { windows }), at({ reference })))
    await expectTrue('get', '/api/v1/addresses/{id}/outages', await getOutages(ask('/'), at({ id: home })))
    await expectTrue(
      'get',
      '/api/v1/works',
      await findWorks(ask('/api/v1/works?service=water&municipality=Provaglio&bbox=8,44,9,46'), at({})),
    )
    await expectTrue('get', '/api/v1/works', await findWorks(ask('/api/v1/works?bbox=1'), at({})))
    const collection = await expectTrue('get', '/feeds/works.geojson', await getGeojson(ask('/feeds/works.geojson'), at({})))
    expect((collection as { features: unknown[] }).features).toHaveLength(1)
    await expectTrue('post', '/api/v1/works/{reference}/cancel', await cancel(ask('/', { reason: 'Not needed' }), at({ reference })))
    await expectTrue('get', '/api/v1/works/{reference}', await getWorks(ask('/'), at({ reference })))
    await expectTrue('get', '/api/v1/works/{reference}', await getWorks(ask('/'), at({ reference: 'W-1999-0001' })))
    const read = new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } })
    await expectTrue('get', '/api/v1/works/{reference}/deliveries', await getDeliveries(read, at({ reference })))
    await expectTrue('get', '/api/v1/works/{reference}/deliveries', await getDeliveries(ask('/'), at({ reference })))
  })
})
