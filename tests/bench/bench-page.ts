import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { type BenchMeasure, type BenchResult, compare, compareAtLeast } from './bench'
import { askMany, measureThroughput, type Path } from './http-load'
import { type HttpServer, startHttpServer } from './http-server'
import { seedBenchDatabase } from './seed-bench-database'

const SERVICE_POINTS = 200_000
const ADDRESSES = 1_000
const CONNECTIONS = 50
/** Seconds that each of the two is asked in turn, and how often. Works are published in the middle of the second. */
const ROUND = 12
const ROUNDS = 3
const PUBLISHED_IN = 1
const LEAST = 0.8
/** Seconds in which a publication has to show. */
const SHOWN_WITHIN = 30
const DAY = 86_400_000

const BENCH: Actor = { kind: 'cli', name: 'bench', source: 'cli' }
const EMPTY = '/empty.html'

/** 1,000 addresses of one stretch of town, in all four languages in turn. */
const page: Path = (index) => `/${['it', 'it', 'uk', 'en', 'lt'][index % 5]}/addresses/${1 + (index % ADDRESSES)}`

/** Plans works around the first forty of the addresses: some are hit, most are not. */
async function draftWorks(title: string): Promise<string> {
  const [{ area }] = await database().$queryRaw<[{ area: string }]>`
    SELECT ST_AsGeoJSON(ST_Expand(ST_Extent(geom)::geometry, 0.0001)) AS area FROM address WHERE id <= 40`
  const day = new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10)
  const part = { area: JSON.parse(area), windows: [{ start: `${day}T09:00`, end: `${day}T12:00` }] }
  return (await createWorks(BENCH, { service: 'power', title, parts: [part] }, new Date())).reference
}

/** Publishes works while others ask, and says how many seconds it took until their page showed them. */
async function publishAndWatch({ url }: HttpServer, after: number): Promise<number> {
  const reference = await draftWorks('Works of the benchmark')
  await sleep(after * 1000)
  await publishWorks(BENCH, { reference, shortNoticeReason: 'Benchmark' }, new Date())
  const published = performance.now()
  for (;;) {
    const taken = (performance.now() - published) / 1000
    const html = await (await fetch(`${url}/it/addresses/1`, { headers: { 'X-Forwarded-For': '198.51.100.1' } })).text()
    if (html.includes(reference)) return taken
    if (taken > 2 * SHOWN_WITHIN) return taken
    await sleep(50)
  }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

interface Measured {
  ours: number[]
  theirs: number[]
  shown: number
  failed: number
}

async function measure(server: HttpServer): Promise<Measured> {
  const measured: Measured = { ours: [], theirs: [], shown: Number.POSITIVE_INFINITY, failed: 0 }
  const throughput = (path: Path, first: number) =>
    measureThroughput(server.url, path, CONNECTIONS, ROUND, first, 'gzip').catch((error: Error) => {
      process.stderr.write(`${error.message}\n`)
      measured.failed += 1
      return 0
    })
  for (let round = 0; round < ROUNDS; round++) {
    measured.theirs.push(await throughput(() => EMPTY, 0))
    const publishing = round === PUBLISHED_IN ? publishAndWatch(server, ROUND / 3) : null
    measured.ours.push(await throughput(page, round * 100_000))
    if (publishing) measured.shown = await publishing
  }
  return measured
}

/** Each page once: what is measured is a server that people have looked at before. */
async function warmUp({ url }: HttpServer): Promise<void> {
  for (let index = 0; index < ADDRESSES; index += CONNECTIONS) await askMany(url, page, index, CONNECTIONS)
  await askMany(url, () => EMPTY, 0, CONNECTIONS)
}

function judge({ ours, theirs, shown, failed }: Measured): BenchMeasure[] {
  const peer = 'empty page of the same server, from the cache of the framework'
  const [value, peerValue] = [mean(ours), mean(theirs)]
  return [
    compareAtLeast(
      { metric: `pages of ${ADDRESSES} addresses, ${CONNECTIONS} connections, with a publication`, value, unit: '1/s', peer, peerValue },
      LEAST,
    ),
    compareAtLeast({ metric: 'rounds without an error', value: ROUNDS - failed, unit: '', peer: 'wanted', peerValue: ROUNDS }, 1),
    compare({ metric: 'a publication under this load shows after', value: shown, unit: 's', peer: 'wanted', peerValue: SHOWN_WITHIN }, 1),
  ]
}

/** The page of an address, which people reload when something is announced, against an empty one; and when they see what was just published. */
export async function benchPage(): Promise<BenchResult> {
  await seedBenchDatabase(SERVICE_POINTS)
  const server = await startHttpServer()
  try {
    await warmUp(server)
    return { name: 'page', results: judge(await measure(server)) }
  } finally {
    await server.close()
  }
}
