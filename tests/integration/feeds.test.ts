import { readFileSync } from 'node:fs'
import Parser from 'rss-parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { convert } from 'xmlbuilder2'
import { validateXML } from 'xmllint-wasm'
import { GET as getAddressFeed } from '@/app/feeds/addresses/[file]/route'
import { GET as getCap } from '@/app/feeds/cap/[file]/route'
import { GET as getCapIndex } from '@/app/feeds/cap.atom/route'
import { GET as getFeed } from '@/app/feeds/works.atom/route'
import { GET as getGeojson } from '@/app/feeds/works.geojson/route'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { getWorksFeed } from '@/lib/works/feeds/atom/get-works-feed'
import { getCapAlert } from '@/lib/works/feeds/cap/get-cap-alert'
import { getCapIndex as capIndex } from '@/lib/works/feeds/cap/get-cap-index'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const SCHEMA = new URL('../../../shared/data/schemas/CAP-v1.2.xsd', import.meta.url)
const HOUR = 3_600_000

/** Handlers ask the clock themselves, so works lie some days from now; whole seconds, as CAP has them. */
const NOW = new Date(Math.floor(Date.now() / 1000) * 1000)
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const span = (from: number, to: number) => ({ start: later(from).toISOString(), end: later(to).toISOString() })

interface Draft {
  x: number
  service?: string
  windows?: Array<{ start: string; end: string }>
  area?: object
  title?: string
}

async function publish({ x, service = 'water', windows = [span(240, 244)], area = square(x, 0, 3), title = `Works at ${x}` }: Draft) {
  const { reference } = await createWorks(OPERATOR, { service, title, parts: [{ area, windows }] } as never, NOW)
  await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, NOW)
  return reference
}

const none = { params: Promise.resolve({}) }
const request = (path: string, headers: Record<string, string> = {}) => new Request(`http://localhost${path}`, { headers })
const parseFeed = (text: string) => new Parser({ customFields: { item: ['id', 'updated', 'published'] } }).parseString(text)

interface CapInfo {
  language: string
  urgency: string
  certainty: string
  responseType: string
  headline: string
  onset: string
  expires: string
  description: string
  area: { areaDesc: string; polygon: string | string[] }
}
interface CapAlert {
  identifier: string
  sender: string
  sent: string
  msgType: string
  references?: string
  info: CapInfo[]
}

/** A CAP message that the schema of OASIS takes, read. */
async function readAlert(file: string): Promise<CapAlert> {
  const xml = await getCapAlert(file, NOW)
  const schema = readFileSync(SCHEMA, 'utf8')
  const { valid, errors } = await validateXML({ xml: [{ fileName: 'alert.xml', contents: xml }], schema: [schema] })
  expect(errors.map(({ message }) => message)).toEqual([])
  expect(valid).toBe(true)
  expect(xml).not.toMatch(/&(?!amp;|lt;|gt;)/)
  return (convert(xml, { format: 'object' }) as unknown as { alert: CapAlert }).alert
}

let home = 0

beforeAll(async () => {
  await createUtility()
  for (const [index, x] of [1, 11, 21, 31, 41].entries()) {
    const place = { x, y: 1, street: 'Via Roma', number: index + 1, channel: 'sms', value: `+39333000000${index}`, language: 'it' } as const
    const { addressId } = await addHousehold({ ...place, service: index === 1 ? 'heat' : 'water' })
    home ||= addressId
  }
})

describe('the Atom feed', () => {
  it('has an entry for each works, whose name stays and whose words are those of the last change', async () => {
    const reference = await publish({ x: 0 })
    const first = await parseFeed(await getWorksFeed(new URLSearchParams(), NOW))
    expect(first.title).toBe('Interruzioni programmate – Acque di Prova')
    const entry = first.items.find(({ link }) => link?.endsWith(`/it/works/${reference}`))
    expect(entry).toMatchObject({ title: 'Lavori programmati: interruzione acqua. Works at 0', updated: NOW.toISOString() })
    await rescheduleWorks(OPERATOR, { reference, windows: [span(260, 262)] }, later(1))
    const moved = (await parseFeed(await getWorksFeed(new URLSearchParams('lang=en'), later(1)))).items[0]
    expect(moved).toMatchObject({
      id: entry?.id,
      title: 'New time: no water. Works at 0',
      updated: later(1).toISOString(),
      published: NOW.toISOString(),
    })
    await cancelWorks(OPERATOR, { reference, reason: 'The part is missing' }, later(2))
    const cancelled = (await parseFeed(await getWorksFeed(new URLSearchParams('lang=uk'), later(2)))).items[0]
    expect(cancelled).toMatchObject({ id: entry?.id, title: expect.stringContaining('Скасовано') })
    expect(cancelled?.content).toContain('The part is missing')
    expect((await parseFeed(await getWorksFeed(new URLSearchParams(), later(24 * 45)))).items.map(({ id }) => id)).not.toContain(entry?.id)
  })

  it('is what RFC 4287 asks for', async () => {
    const xml = await getWorksFeed(new URLSearchParams('service=water'), NOW)
    const { feed } = convert(xml, { format: 'object' }) as { feed: Record<string, unknown> & { link: Array<Record<string, string>> } }
    expect(feed).toMatchObject({ '@xmlns': 'http://www.w3.org/2005/Atom', '@xml:lang': 'it', author: { name: 'Acque di Prova' } })
    expect(feed.id).toMatch(/^tag:[\w.]+,2026:works\?service=water$/)
    expect(feed.link.find((link) => link['@rel'] === 'self')?.['@href']).toMatch(/\/feeds\/works\.atom\?service=water$/)
    expect(xml).not.toMatch(/\+39333|A-\d+</)
  })

  it('is narrowed to a service and a municipality, and refuses those that there are not', async () => {
    const heat = await publish({ x: 10, service: 'heat' })
    const get = async (query: string) => getFeed(request(`/feeds/works.atom${query}`), none)
    const links = async (query: string) =>
      (await parseFeed(await (await get(query)).text())).items.map(({ link }) => link?.split('/').at(-1))
    expect(await links('?service=heat')).toEqual([heat])
    expect(await links('?municipality=provaglio&service=heat')).toEqual([heat])
    const refused = await Promise.all(['?municipality=Atlantis', '?service=beer', '?bbox=1,2,3', '?lang=de'].map(get))
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    expect(await Promise.all(refused.map(async (answer) => (await answer.json()).field))).toEqual([
      'municipality',
      'service',
      'bbox',
      'lang',
    ])
  })

  it('of an address tells only its own times', async () => {
    const far = square(46, 40, 2)
    const parts = [
      { area: square(0, 0, 3), windows: [span(300, 302)] },
      { area: far, windows: [span(310, 312)] },
    ]
    const { reference } = await createWorks(OPERATOR, { service: 'water', title: 'In two places', parts } as never, NOW)
    await publishWorks(OPERATOR, { reference }, NOW)
    const answer = await getAddressFeed(request(`/feeds/addresses/${home}.atom?lang=en`), {
      params: Promise.resolve({ file: `${home}.atom` }),
    })
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const entry = (await parseFeed(await answer.text())).items.find(({ title }) => title?.includes('two places'))
    const times = /When: (.*)/.exec(String(entry?.content ?? ''))?.[1] ?? ''
    expect(times.match(/\d\d:\d\d–\d\d:\d\d/g)).toHaveLength(1)
  })

  it('is not sent twice, and is unavailable while we cannot look', async () => {
    const first = await getFeed(request('/feeds/works.atom'), none)
    const again = await getFeed(request('/feeds/works.atom', { 'if-none-match': first.headers.get('etag') ?? '' }), none)
    expect([first.status, again.status]).toEqual([200, 304])
    await database().$executeRaw`ALTER TABLE works_part RENAME TO works_part_away`
    const answers = await Promise.all([
      getFeed(request('/feeds/works.atom'), none),
      getGeojson(request('/feeds/works.geojson'), none),
      getCapIndex(request('/feeds/cap.atom'), none),
    ])
    await database().$executeRaw`ALTER TABLE works_part_away RENAME TO works_part`
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
      [503, '60'],
      [503, '60'],
      [503, '60'],
    ])
  })
})

describe('a life of works in CAP', () => {
  it('is an alert, updates and a cancellation, each valid, each referring to all before it', async () => {
    const reference = await publish({ x: 20, windows: [span(240, 244)] })
    const alert = await readAlert(`${reference}.xml`)
    expect(alert).toMatchObject({ msgType: 'Alert', identifier: expect.stringMatching(new RegExp(`^\\S+\\.${reference}\\.1$`)) })
    expect(alert.references).toBeUndefined()
    expect(alert.info.map(({ language }) => language)).toEqual(['it-IT', 'en-GB', 'lt-LT', 'uk-UA'])
    expect(alert.info[0]).toMatchObject({ urgency: 'Future', certainty: 'Likely', responseType: 'Prepare' })
    expect(new Date(alert.info[0]?.onset ?? '')).toEqual(later(240))

    await rescheduleWorks(OPERATOR, { reference, windows: [span(2, 6)], shortNoticeReason: 'A test' }, later(1))
    const moved = await readAlert(`${reference}.xml`)
    expect(moved).toMatchObject({ msgType: 'Update', references: `${alert.sender},${alert.identifier},${alert.sent}` })
    expect(moved.info[1]?.headline).toBe('New time: no water. Works at 20')

    await extendWorks(OPERATOR, { reference, until: later(9).toISOString() }, later(3))
    const longer = await readAlert(`${reference}.xml`)
    expect(longer.references?.split(' ')).toEqual([alert, moved].map(({ sender, identifier, sent }) => `${sender},${identifier},${sent}`))
    expect(longer.info[0]).toMatchObject({ urgency: 'Immediate', certainty: 'Observed' })
    expect(new Date(longer.info[0]?.expires ?? '')).toEqual(later(9))

    await cancelWorks(OPERATOR, { reference, reason: 'Broken pump & <no> "spare"' }, later(4))
    const cancelled = await readAlert(`${reference}.xml`)
    expect(cancelled).toMatchObject({ msgType: 'Cancel' })
    expect(cancelled.references?.split(' ')).toHaveLength(3)
    expect(cancelled.info[0]).toMatchObject({
      responseType: 'AllClear',
      urgency: 'Past',
      description: expect.stringContaining('Broken pump &amp; &lt;no&gt; "spare"'),
    })

    expect(await readAlert(`${reference}.1.xml`)).toEqual(alert)
    expect(await readAlert(`${reference}.3.xml`)).toEqual(longer)
    const index = await parseFeed(await capIndex(null, later(4)))
    expect(index.items.find(({ link }) => link?.includes(reference))?.link).toMatch(new RegExp(`/feeds/cap/${reference}\\.4\\.xml$`))
  })

  it('draws areas as closed polygons, latitude first, several where there are several, with few corners', async () => {
    const wavy = Array.from({ length: 3000 }, (_corner, index) => {
      const angle = (index / 3000) * 2 * Math.PI
      const radius = 0.0015 + 0.00002 * Math.sin(angle * 400)
      return [8.7315 + radius * Math.cos(angle), 45.0015 + radius * Math.sin(angle)]
    })
    const [corner] = wavy
    const other = square(34, 0, 2).coordinates
    const area = { type: 'MultiPolygon', coordinates: [[[...wavy, corner]], other] }
    const reference = await publish({ x: 30, area })
    const { polygon, areaDesc } = (await readAlert(`${reference}.xml`)).info[0]?.area ?? { polygon: [], areaDesc: '' }
    expect(areaDesc).toBe('Provaglio: Via Roma')
    expect(polygon).toHaveLength(2)
    const rings = [polygon].flat().map((text) => text.split(' ').map((point) => point.split(',').map(Number)))
    for (const ring of rings) {
      expect(ring.at(-1)).toEqual(ring[0])
      expect(ring.every(([latitude = 0, longitude = 0]) => latitude > 44.9 && latitude < 45.1 && longitude > 8.6)).toBe(true)
    }
    expect(rings.flat().length).toBeLessThanOrEqual(402)
  })

  it('is not there for drafts, for messages that were never sent, nor for nonsense', async () => {
    const { reference } = await createWorks(
      OPERATOR,
      { service: 'water', title: 'A draft', parts: [{ area: square(0, 0, 3), windows: [span(240, 244)] }] } as never,
      NOW,
    )
    const published = await publish({ x: 40 })
    const files = [`${reference}.xml`, `${published}.9.xml`, `${published}.0.xml`, `${published}`, '../../etc/passwd.xml', 'x'.repeat(500)]
    const answers = await Promise.all(files.map((file) => getCap(request('/feeds/cap/x'), { params: Promise.resolve({ file }) })))
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 404))
    const [good] = await Promise.all([getCap(request('/feeds/cap/x'), { params: Promise.resolve({ file: `${published}.xml` }) })])
    expect([good.status, good.headers.get('content-type')]).toEqual([200, 'application/cap+xml; charset=utf-8'])
  })
})

describe('the GeoJSON of coming works', () => {
  const read = async (query = '') => (await getGeojson(request(`/feeds/works.geojson${query}`), none)).json()

  it('has a feature for each works, with rings as RFC 7946 wants them', async () => {
    const collection = await read()
    expect(collection.type).toBe('FeatureCollection')
    expect(collection.features.length).toBeGreaterThan(1)
    for (const { id, geometry, properties } of collection.features) {
      expect(id).toBe(properties.reference)
      expect(properties.url).toMatch(new RegExp(`/it/works/${id}$`))
      for (const [outer] of geometry.coordinates) {
        const turns = outer.slice(1).reduce((sum: number, [x, y]: number[], index: number) => {
          const [x0, y0] = outer[index]
          return sum + x0 * (y ?? 0) - (x ?? 0) * y0
        }, 0)
        expect(turns).toBeGreaterThan(0)
      }
    }
    expect(JSON.stringify(collection)).not.toMatch(/internalNotes|crew|createdBy|\+39333/)
  })

  it('is narrowed to a box, and to a service', async () => {
    const ids = async (query: string) =>
      (await read(query)).features.map(({ properties }: { properties: { title: string } }) => properties.title)
    expect(await ids('?bbox=8.7395,44.9,8.75,45.1')).toEqual(['Works at 40', 'In two places'])
    expect(await ids('?service=heat')).toEqual(['Works at 10'])
    expect(await ids('?bbox=0,0,1,1')).toEqual([])
  })
})
