import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Actor } from '@/lib/auth/actor'
import { importServicePoints } from '@/lib/customers/import-service-points'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { type BenchResult, compare, seconds } from './bench'
import { generateTownFile } from './generate-town-files'
import { seedBenchAddresses } from './seed-bench-database'

const SERVICE_POINTS = 1_100_000
const ACTOR: Actor = { kind: 'cli', name: 'bench', source: 'cli' }
/** An import may cost three times what PostgreSQL itself takes for the finished rows: it reads, checks and finds the address of each. */
const LIMIT = 3

/** Each side runs so often, in turn, and its fastest run counts: whatever else the machine does only adds. */
const ROUNDS = 3

const run = promisify(execFile)

async function psql(command: string): Promise<void> {
  await run('psql', [env().DATABASE_URL, '-qv', 'ON_ERROR_STOP=1', '-c', command])
}

/** The statements that make the indexes of `service_point` on the peer's table: just those that the product has, so that neither side has one more. */
async function peerIndexes(): Promise<string[]> {
  const indexes = await database().$queryRaw<Array<{ statement: string }>>`
    SELECT replace(replace(indexdef, indexname, 'peer_' || indexname), 'public.service_point ', 'copy_peer ') AS statement
    FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'service_point'`
  return indexes.map(({ statement }) => statement)
}

/** The peer: a bare COPY of the finished rows from a client's file into an empty table, and the same indexes. */
async function copyAndIndex(file: string, indexes: string[]): Promise<void> {
  await psql(`\\copy copy_peer from '${file}'`)
  await psql(indexes.join(';'))
}

async function importOnce(file: string): Promise<number> {
  await database().$executeRaw`TRUNCATE service_point CASCADE`
  await database().$executeRaw`CHECKPOINT`
  return seconds(() => importServicePoints(ACTOR, { file }, new Date()))
}

async function copyOnce(folder: string): Promise<number> {
  const db = database()
  const rows = path.join(folder, 'rows.copy')
  await psql(`\\copy service_point to '${rows}'`)
  await db.$executeRaw`DROP TABLE IF EXISTS copy_peer`
  await db.$executeRaw`CREATE TABLE copy_peer (LIKE service_point)`
  const indexes = await peerIndexes()
  await db.$executeRaw`CHECKPOINT`
  const taken = await seconds(() => copyAndIndex(rows, indexes))
  await db.$executeRaw`DROP TABLE copy_peer`
  return taken
}

/** Imports 1,100,000 service points from a CSV that names their addresses, against a bare COPY of the same rows and building the same indexes. */
export async function benchImport(count = SERVICE_POINTS): Promise<BenchResult> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'preavviso-bench-'))
  try {
    const streets = await seedBenchAddresses(count)
    await database().$executeRaw`VACUUM ANALYZE address`
    const file = await generateTownFile(folder, 'servicePoints', streets, count)
    const ours: number[] = []
    const peer: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await importOnce(file))
      peer.push(await copyOnce(folder))
    }
    const measured = { value: Math.min(...ours), unit: 's', peer: 'bare COPY and the same indexes', peerValue: Math.min(...peer) }
    return {
      name: 'import',
      results: [compare({ metric: `${count.toLocaleString('en')} service points through import`, ...measured }, LIMIT)],
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
