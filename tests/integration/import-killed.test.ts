import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { database } from '@/lib/db/client'
import { beginAnew } from './begin-anew'
import { CLI, fileOf, NOW, REJECTS, readRejects } from './import-files'

/** Long enough that a test can catch it at work. */
const ROWS = 40_000
const COMMAND = ['--import', 'tsx', 'bin/cli/main.ts', 'import', 'addresses']

function largeFile(): string {
  const rows = Array.from(
    { length: ROWS },
    (_, index) => `Prova,Via ${index % 400},${Math.floor(index / 400) + 1},45.00${index % 10},8.70${index % 7}`,
  )
  return fileOf(['municipality,street,number,lat,lon', ...rows], 'large.csv')
}

async function countStaged(): Promise<number> {
  const [row] = await database().$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM staging.address`
  return row.count
}

async function run(...words: string[]) {
  const child = spawn(process.execPath, [...COMMAND, ...words], { env: process.env })
  const out = { stdout: '', stderr: '' }
  child.stdout.on('data', (text) => {
    out.stdout += text
  })
  child.stderr.on('data', (text) => {
    out.stderr += text
  })
  const [status] = (await once(child, 'exit')) as [number]
  return { status, ...out }
}

beforeEach(async () => {
  await beginAnew('municipality', 'street', 'address', 'import_run', 'staging.address')
})

describe('an import that is killed', () => {
  it('leaves the tables as they were, and the next one works', async () => {
    const file = largeFile()
    const child = spawn(process.execPath, [...COMMAND, file], { env: process.env, stdio: 'ignore' })
    const ended = once(child, 'exit')
    while ((await countStaged()) === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    child.kill('SIGKILL')
    await ended
    expect(await database().address.count()).toBe(0)
    expect(await database().street.count()).toBe(0)
    expect(await importAddresses(CLI, { file }, NOW)).toMatchObject({ new: ROWS, unchanged: 0 })
  })

  it('is forgotten, with what it had staged, once it is surely dead', async () => {
    const [dead] = await database().$queryRaw<[{ id: number }]>`
      INSERT INTO import_run (kind, file_name, touched_at) VALUES ('addresses', 'killed.csv', now() - interval '1 hour') RETURNING id`
    await database().$executeRaw`
      INSERT INTO staging.address (run_id, line, country, municipality, municipality_key, street_type, street, street_key, number, suffix, lat, lon)
      VALUES (${dead.id}::int, 2, 'IT', 'Prova', 'IT prova', '', 'Via Dimenticata', 'via dimenticata', 1, '', 45.001, 8.701)`
    await importAddresses(CLI, { file: fileOf(['municipality,street,number,lat,lon', 'Prova,Via Roma,1,45.001,8.701']) }, NOW)
    expect(await database().street.findMany({ select: { label: true } })).toEqual([{ label: 'Via Roma' }])
    expect(await countStaged()).toBe(0)
    expect(await database().importRun.count({ where: { id: dead.id } })).toBe(0)
  })
})

describe('the command', () => {
  const header = 'municipality,street,number,lat,lon'

  it('prints one JSON document, and imports what it can with --reject', async () => {
    const file = fileOf([header, 'Prova,Via Roma,1,45.001,8.701', 'Prova,Via Roma,2,0,0'])
    const { status, stdout } = await run(file, '--json', '--reject', REJECTS)
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ new: 1, changed: 0, unchanged: 0, rejected: 1, dryRun: false })
    expect(readRejects()).toHaveLength(1)
  })

  it('names file, line and field of what is wrong, with status 2', async () => {
    const file = fileOf([header, 'Prova,Via Roma,1,45.001,8.701', 'Prova,Via Roma,2,0,0'])
    const { status, stdout, stderr } = await run(file, '--json')
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('rows.csv, line 3, lat: The coordinates are 0,0')
    expect(stderr).toContain('--reject')
  })
})
