import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { Client } from 'pg'
import { afterAll, inject, vi } from 'vitest'
import { closeDatabase } from '@/lib/db/client'

async function administer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('server') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function borrowEmbedded() {
  const lender = connect(inject('source'))
  const [url] = await Promise.race([
    once(lender, 'data'),
    once(lender, 'close').then(() => {
      throw new Error('There is no embedded database to be had.')
    }),
  ])
  return { url: String(url), close: async () => void lender.destroy() }
}

async function openServerCopy() {
  const name = `preavviso_test_${randomBytes(6).toString('hex')}`
  await administer(`CREATE DATABASE ${name} TEMPLATE ${inject('source')}`)
  const url = new URL(inject('server'))
  url.pathname = `/${name}`
  return { url: url.href, close: () => administer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

// Each test file has a migrated, empty database to itself, of the kind that this run is about.
const database = await (inject('server') === 'embedded' ? borrowEmbedded() : openServerCopy())
const before = { ...process.env }
process.env.DATABASE_URL = database.url
process.env.LOG_LEVEL = 'silent'

/** What the product remembers for the life of a process: the next file finds none of it, and loads the product's modules anew. */
function forget(): void {
  for (const key of Object.keys(globalThis)) if (key.startsWith('preavviso')) Reflect.deleteProperty(globalThis, key)
  for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key]
  Object.assign(process.env, before)
  vi.useRealTimers()
  vi.resetModules()
}

afterAll(async () => {
  await closeDatabase()
  await database.close()
  forget()
})
