// A process of its own: one embedded database that is made fresh for each file of tests. Started by embedded-servers.ts.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createPglite } from '@/bin/steps/create-pglite.mjs'
import { serveEmbedded } from '@/bin/steps/serve-embedded.mjs'
import { makeFresh, readFreshState } from './fresh-state'

const template = process.argv[2] ?? ''
const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-test-'))
const databaseFolder = path.join(folder, 'database')
const socketDir = path.join(folder, 'socket')
const socketPath = path.join(socketDir, '.s.PGSQL.5432')
const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDir)}`

function openCopy() {
  rmSync(databaseFolder, { recursive: true, force: true })
  cpSync(path.join(template, 'database'), databaseFolder, { recursive: true })
  return createPglite(databaseFolder)
}

mkdirSync(socketDir)
let database = await openCopy()
const state = await readFreshState(database)
let server = await serveEmbedded(database, socketPath)

/** Cuts off whoever is still there, as what is left of a file that is over, before the next file gets the database. */
async function renew(): Promise<void> {
  await server.stop()
  if (!(await makeFresh(database, state))) {
    await database.close()
    database = await openCopy()
    process.stderr.write('A test changed more than rows: its embedded database was thrown away.\n')
  }
  server = await serveEmbedded(database, socketPath)
}

const sayReady = () => process.send?.({ url }, () => {})

process.on('message', () => void renew().then(sayReady))
process.on('disconnect', () => {
  rmSync(folder, { recursive: true, force: true })
  process.exit(0)
})
sayReady()
