import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/prisma/migrate'
import { startEmbedded } from './embedded'
import { lendEmbedded } from './embedded-servers'

declare module 'vitest' {
  interface ProvidedContext {
    /** `embedded`, or the URL of a server on which this run may create databases. */
    server: string
    /** Where each test file's database comes from: the name of the one to copy, or the socket at which embedded ones are lent. */
    source: string
  }
}

interface Prepared {
  source: string
  close: () => Promise<void>
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function prepareServer(url: string): Promise<Prepared> {
  const name = `preavviso_template_${process.pid}`
  await administer(url, `CREATE DATABASE ${name}`)
  const template = new URL(url)
  template.pathname = `/${name}`
  await migrate(template.href)
  return { source: name, close: () => administer(url, `DROP DATABASE IF EXISTS ${name}`) }
}

/** Making one takes ten seconds of a core, so that one serves all the runs that name the same folder. */
async function makeTemplate(folder: string): Promise<void> {
  if (existsSync(path.join(folder, 'database'))) return
  const database = await startEmbedded(folder)
  await migrate(database.url)
  await database.close()
}

async function prepareEmbedded(limit: number): Promise<Prepared> {
  const own = mkdtempSync(path.join(os.tmpdir(), 'preavviso-template-'))
  const folder = process.env.PREAVVISO_TEST_TEMPLATE ?? own
  await makeTemplate(folder)
  const source = path.join(own, 'lend')
  const stopLending = await lendEmbedded(folder, source, limit)
  const close = async () => {
    await stopLending()
    rmSync(own, { recursive: true, force: true })
  }
  return { source, close }
}

/** Migrates one database that every test file then gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('The integration tests need a database: run them with `npm run test:integration`.')
  const { source, close } = await (server === 'embedded' ? prepareEmbedded(Number(project.config.maxWorkers)) : prepareServer(server))
  project.provide('server', server)
  project.provide('source', source)
  return close
}
