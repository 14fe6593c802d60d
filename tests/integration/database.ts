import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { closeDatabase } from '@/lib/db/client'
import { startEmbedded } from './embedded'
import { copyTemplate } from './template'

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('server') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function openEmbeddedCopy() {
  const folder = copyTemplate(inject('template'))
  const database = await startEmbedded(folder)
  const close = async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: database.url, close }
}

async function openServerCopy() {
  const name = `preavviso_test_${randomBytes(6).toString('hex')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`)
  const url = new URL(inject('server'))
  url.pathname = `/${name}`
  return { url: url.href, close: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

// Each test file has a migrated, empty database of its own, of the kind that this run is about.
const database = await (inject('server') === 'embedded' ? openEmbeddedCopy() : openServerCopy())
process.env.DATABASE_URL = database.url
process.env.LOG_LEVEL = 'silent'

afterAll(async () => {
  await closeDatabase()
  await database.close()
})
