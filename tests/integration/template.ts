import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '@/prisma/migrate'
import { startEmbedded } from './embedded'

declare module 'vitest' {
  interface ProvidedContext {
    /** `embedded`, or the URL of a server on which this run may create databases. */
    server: string
    /** What each test file gets a copy of: a database's name, or a data folder. */
    template: string
  }
}

async function createOnServer(url: string): Promise<string> {
  const name = `preavviso_template_${process.pid}`
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${name}`
  await migrate(templateUrl.href)
  return name
}

async function createEmbedded(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-template-'))
  const database = await startEmbedded(folder)
  await migrate(database.url)
  await database.close()
  return folder
}

/** Migrates one database that every test file then gets a copy of. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('The integration tests need a database: run them with `npm run test:integration`.')
  const template = server === 'embedded' ? await createEmbedded() : await createOnServer(server)
  project.provide('server', server)
  project.provide('template', template)
  return async () => {
    if (server === 'embedded') return rmSync(template, { recursive: true, force: true })
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(`DROP DATABASE IF EXISTS ${template}`)
    await client.end()
  }
}

/** A copy of the embedded template, in a folder of its own. */
export function copyTemplate(template: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-test-'))
  cpSync(path.join(template, 'database'), path.join(folder, 'database'), { recursive: true })
  return folder
}
