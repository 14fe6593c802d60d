import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { database } from '@/lib/db/client'
import { type BenchMeasure, type BenchResult, compare, compareAtLeast } from './bench'
import type { BenchStreet } from './bench-streets'
import { askMany, measureLatency, measureThroughput, type Path } from './http-load'
import { type HttpServer, startHttpServer } from './http-server'
import { type BenchAddress, type NoisyQuery, plainStreet, spoilAddress } from './search-noise'
import { seedBenchAddresses } from './seed-bench-database'
import { random } from './seeded-random'

const ADDRESSES = 1_100_000
const QUERIES = 2_000
const SHARE = 0.99
const FIRST_CHOICES = 3
const CONNECTIONS = 20
/** Seconds that each of the two is asked in turn, and how often. */
const ROUND = 5
const ROUNDS = 3
const RATE = 100
const LATENCY_ROUNDS = 3
const PER_LATENCY_ROUND = 1_000
const THROUGHPUT_LEAST = 0.8
const P99_MOST = 2

/** Streets by what is left of their names without case, accents, marks and short types. */
function groupStreets(streets: readonly BenchStreet[]): Map<string, BenchStreet[]> {
  const groups = new Map<string, BenchStreet[]>()
  for (const street of streets) {
    const key = plainStreet(`${street.type} ${street.name}`)
    groups.set(key, [...(groups.get(key) ?? []), street])
  }
  return groups
}

async function findAddress(id: number): Promise<BenchAddress> {
  const [row] = await database().$queryRaw<BenchAddress[]>`
    SELECT a.id, m.name AS city, s.type, s.name, a.number, a.suffix, a.postcode
    FROM address a JOIN street s ON s.id = a.street_id JOIN municipality m ON m.id = s.municipality_id WHERE a.id = ${id}`
  if (!row) throw new Error(`There is no address ${id}.`)
  return row
}

/** Whether the noise made another street of the town of it (of any, where no town is written) that has this house: then nobody could know better. */
async function spellsAnother({ street, hasTown, meant }: NoisyQuery, groups: ReadonlyMap<string, BenchStreet[]>): Promise<boolean> {
  for (const other of groups.get(plainStreet(street)) ?? []) {
    const isItself = other.city === meant.city && other.type === meant.type && other.name === meant.name
    if (isItself || (hasTown && other.city !== meant.city)) continue
    const [row] = await database().$queryRaw<[{ count: number }]>`
      SELECT count(*)::int AS count FROM address a JOIN street s ON s.id = a.street_id JOIN municipality m ON m.id = s.municipality_id
      WHERE m.name = ${other.city} AND s.type = ${other.type} AND s.name = ${other.name} AND a.number = ${meant.number} AND a.suffix = ${meant.suffix}`
    if (row.count > 0) return true
  }
  return false
}

/** `count` texts of addresses by lot, with noise, by seed. */
async function findQueries(streets: readonly BenchStreet[], count: number): Promise<NoisyQuery[]> {
  const groups = groupStreets(streets)
  const { below } = random(20_26)
  const queries: NoisyQuery[] = []
  for (let seed = 0; queries.length < count; seed++) {
    const meant = await findAddress(1 + below(ADDRESSES))
    const isUnique = groups.get(plainStreet(`${meant.type} ${meant.name}`))?.length === 1
    const query = spoilAddress(meant, isUnique, seed)
    if (!(await spellsAnother(query, groups))) queries.push(query)
  }
  return queries
}

async function measureLikeness(queries: readonly NoisyQuery[]): Promise<BenchMeasure[]> {
  let [found, wrong] = [0, 0]
  for (const { text, meant } of queries) {
    const { status, address, choices = [] } = await lookUpAddress(text)
    if (status === 'match' && address?.id !== meant.id) wrong += 1
    const first = status === 'match' ? [address] : choices.slice(0, FIRST_CHOICES)
    if (first.some((choice) => choice?.id === meant.id)) found += 1
  }
  const among = `of ${queries.length.toLocaleString('en')} noisy texts`
  return [
    compareAtLeast(
      {
        metric: `share ${among} with the right address as match or in the first three`,
        value: found / queries.length,
        unit: '',
        peer: 'wanted',
        peerValue: SHARE,
      },
      1,
    ),
    // One wrong match is one too many: the share of texts that matched nothing wrong has to be all of them.
    compareAtLeast(
      { metric: `share ${among} without a wrong match`, value: 1 - wrong / queries.length, unit: '', peer: 'wanted', peerValue: 1 },
      1,
    ),
  ]
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const percentile99 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0

/** The two are asked in turn, so that what else the machine does hits both. */
async function measureHttp({ url }: HttpServer, texts: readonly string[]): Promise<BenchMeasure[]> {
  const search: Path = (index) => `/api/v1/addresses?q=${encodeURIComponent(texts[index % texts.length] ?? '')}`
  const empty: Path = () => '/api/health/live'
  await measureThroughput(url, empty, CONNECTIONS, ROUND, 0)
  // Each text once: what is measured is a server that has run for a while, not one that reads its houses for the first time.
  for (let index = 0; index < texts.length; index += CONNECTIONS) await askMany(url, search, index, CONNECTIONS)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await measureThroughput(url, empty, CONNECTIONS, ROUND, 0))
    ours.push(await measureThroughput(url, search, CONNECTIONS, ROUND, round * 1_000))
  }
  const [slow, quick]: [number[], number[]] = [[], []]
  for (let round = 0; round < LATENCY_ROUNDS; round++) {
    quick.push(...(await measureLatency(url, empty, RATE, PER_LATENCY_ROUND, 0)))
    slow.push(...(await measureLatency(url, search, RATE, PER_LATENCY_ROUND, round * PER_LATENCY_ROUND)))
  }
  const peer = 'empty JSON route of the same server'
  const [p99, emptyP99] = [percentile99(slow), percentile99(quick)]
  return [
    compareAtLeast(
      { metric: `look-ups through HTTP, ${CONNECTIONS} connections`, value: mean(ours), unit: '1/s', peer, peerValue: mean(theirs) },
      THROUGHPUT_LEAST,
    ),
    compare({ metric: `p99 of look-ups at ${RATE} a second`, value: p99, unit: 'ms', peer, peerValue: emptyP99 }, P99_MOST),
  ]
}

/**
 * 2,000 addresses of 1.1 million, as people may write them: whether the right one is found and a wrong one never taken for it; then the same texts
 * through HTTP against a route of the same server that answers with nothing.
 */
export async function benchSearch(): Promise<BenchResult> {
  const streets = await seedBenchAddresses(ADDRESSES)
  const queries = await findQueries(streets, QUERIES)
  const likeness = await measureLikeness(queries)
  const server = await startHttpServer()
  try {
    return {
      name: 'search',
      results: [
        ...likeness,
        ...(await measureHttp(
          server,
          queries.map(({ text }) => text),
        )),
      ],
    }
  } finally {
    await server.close()
  }
}
