import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCluster } from '@/bin/steps/cluster.mjs'
import type { Actor } from '@/lib/auth/actor'
import { closeDatabase, database } from '@/lib/db/client'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { migrate } from '@/prisma/migrate'
import { type HttpServer, startHttpServer } from '../bench/http-server'
import { addHousehold, createUtility, square } from '../integration/factories'
import { type CutLine, openCutLine } from './cut-line'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const DAY = 86_400_000
/** Milliseconds: whoever runs this file alone has the pages built first. */
const WITH_A_BUILD = 600_000
const words = CATALOGUES.en.address
const PHONE = '+39 0131 000000'

let cluster: Awaited<ReturnType<typeof openCluster>>
let line: CutLine
let server: HttpServer
let affected: number
let quiet: number
let abroad: number

function inDays(days: number, hour: string): string {
  return `${new Date(Date.now() + days * DAY).toISOString().slice(0, 10)}T${hour}`
}

beforeAll(async () => {
  cluster = await openCluster()
  line = await openCutLine(cluster.url)
  process.env.DATABASE_URL = cluster.url
  await migrate(cluster.url)
  await createUtility()
  const at = async (x: number, number: number) =>
    (await addHousehold({ x, y: 1, street: 'Via Roma', number, channel: 'sms', value: `+39333000000${number}`, language: 'it' })).addressId
  affected = await at(1, 1)
  quiet = await at(20, 2)
  abroad = await at(400, 3)
  const part = { area: square(0, 0, 5), windows: [{ start: inDays(9, '09:00'), end: inDays(9, '12:00') }] }
  const { reference } = await createWorks(ADMIN, { service: 'water', title: 'New main', parts: [part] }, new Date())
  await publishWorks(ADMIN, { reference }, new Date())
  process.env.DATABASE_URL = line.url
  server = await startHttpServer()
  process.env.DATABASE_URL = cluster.url
}, WITH_A_BUILD)

afterAll(async () => {
  await server.close()
  await closeDatabase()
  await line.close()
  await cluster.close()
})

interface Answer {
  status: number
  cache: string | null
  body: string
}

async function ask(path: string): Promise<Answer> {
  const response = await fetch(server.url + path)
  return { status: response.status, cache: response.headers.get('cache-control'), body: await response.text() }
}

const page = (id: number) => ask(`/en/addresses/${id}`)

/** The page as it stands: without its scripts, which carry other words too. */
const readable = (body: string) => body.replace(/<script[\s\S]*?<\/script>/g, '')

async function api(id: number): Promise<{ cache: string | null; body: { status: string; asOf: string; phone?: string } }> {
  const response = await fetch(`${server.url}/api/v1/addresses/${id}/outages`)
  expect(response.status).toBe(200)
  return { cache: response.headers.get('cache-control'), body: await response.json() }
}

async function expectUnknown(id: number): Promise<void> {
  const { status, cache, body } = await page(id)
  expect([status, cache]).toEqual([200, 'no-store'])
  expect(readable(body)).toContain(words.unknown.title)
  expect(readable(body)).toContain(PHONE)
  expect(readable(body)).not.toContain(words.none_planned.title)
  const answer = await api(id)
  expect(answer).toMatchObject({ cache: 'no-store', body: { status: 'unknown', phone: PHONE } })
}

async function expectNonePlanned(id: number): Promise<void> {
  const { status, cache, body } = await page(id)
  expect([status, cache]).toEqual([200, 'public, max-age=0, s-maxage=15, must-revalidate'])
  expect(readable(body)).toContain(words.none_planned.title)
  expect(await api(id)).toMatchObject({ cache: 'public, max-age=15', body: { status: 'none_planned' } })
}

describe('what residents read', () => {
  it('is what the database says while it answers', async () => {
    await expectNonePlanned(quiet)
    const { status, cache, body } = await page(affected)
    expect([status, cache]).toEqual([200, 'public, max-age=0, s-maxage=15, must-revalidate'])
    expect(readable(body)).toContain('New main')
    expect((await api(affected)).body.status).toBe('affected')
  })

  it('is that we do not know outside the served area, and such an answer is kept by nobody', async () => {
    await expectUnknown(abroad)
  })

  it('is that we do not know when the database is away, within seconds, though "nothing planned" was kept before', async () => {
    await expectNonePlanned(quiet)
    await expectNonePlanned(quiet)
    line.cut()
    // What was kept could be given out for fifteen seconds.
    await expect.poll(async () => (await page(quiet)).cache, { timeout: 10_000, interval: 100 }).toBe('no-store')
    for (const id of [quiet, affected, abroad]) await expectUnknown(id)
  })

  it('says so on every public page without breaking, while the database is away', async () => {
    for (const path of ['/en', '/it/works', '/uk/status', '/lt/help', '/it/works/W-2026-0001', '/en?q=via+roma']) {
      const { status, body } = await ask(path)
      expect([path, status]).toEqual([path, 200])
      expect(readable(body), path).not.toMatch(new RegExp(CATALOGUES.en.home.nothing_coming))
    }
  })

  it('is the truth again soon after the database is back', async () => {
    line.mend()
    await expect.poll(async () => (await page(quiet)).cache, { timeout: 20_000, interval: 200 }).toContain('public')
    await expectNonePlanned(quiet)
  })

  it('is that we do not know when the database says nothing at all, instead of a page that never comes', async () => {
    await expectNonePlanned(quiet)
    line.freeze()
    const frozenAt = Date.now()
    await expect.poll(async () => (await page(quiet)).cache, { timeout: 30_000, interval: 100 }).toBe('no-store')
    expect(Date.now() - frozenAt).toBeLessThan(25_000)
    await expectUnknown(quiet)
    for (const path of ['/en', '/it/works', '/uk/status']) {
      const began = Date.now()
      expect([path, (await ask(path)).status]).toEqual([path, 200])
      expect(Date.now() - began).toBeLessThan(20_000)
    }
    line.mend()
    await expect.poll(async () => (await page(quiet)).cache, { timeout: 30_000, interval: 200 }).toContain('public')
    await expectNonePlanned(quiet)
  })

  it('is that we do not know when the last import is older than the utility allows, also where a page was kept', async () => {
    await database()
      .$executeRaw`INSERT INTO import_run (kind, file_name, finished_at) VALUES ('service-points', 'a.csv', now() - interval '30 hours')`
    await database().$executeRaw`UPDATE utility SET max_data_age_hours = 48`
    await expectNonePlanned(quiet)
    const { updateDataAge } = await import('@/lib/utility/update-data-age')
    await updateDataAge(ADMIN, { maxDataAgeHours: 24 }, new Date())
    await sleep(400)
    await expectUnknown(quiet)
    await updateDataAge(ADMIN, { maxDataAgeHours: null }, new Date())
    await sleep(400)
    await expectNonePlanned(quiet)
  })
})
