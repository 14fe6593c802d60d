// The embedded database: PGlite with PostGIS behind a local socket, for ordinary PostgreSQL clients.
// A process of its own, started by bin/steps/embedded.mjs, which it tells `ready` over IPC; it ends when its parent does.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { createPglite } from './steps/create-pglite.mjs'
import { dataDir, socketDir, socketPath } from './steps/embedded-url.mjs'
import { releaseLock, takeLock } from './steps/lock.mjs'
import { serveEmbedded } from './steps/serve-embedded.mjs'

mkdirSync(dataDir, { recursive: true })
mkdirSync(socketDir, { recursive: true, mode: 0o700 })
const holder = takeLock()
if (holder) {
  process.send?.({ held: holder })
  process.exit(1)
}
rmSync(socketPath, { force: true })

const database = await createPglite(path.join(dataDir, 'database'))
const server = await serveEmbedded(database, socketPath)

let isClosing = false
async function close() {
  if (isClosing) return
  isClosing = true
  await server.stop()
  await database.close()
  rmSync(socketPath, { force: true })
  releaseLock()
  process.exit(0)
}
process.on('SIGTERM', close)
process.on('SIGINT', () => {}) // Ctrl-C reaches the whole group: the parent decides when the database may close
process.on('disconnect', close)
process.on('message', (message) => message === 'close' && close())
// A parent that is gone by now is none to tell: its going ends this process.
process.send?.({ ready: true }, () => {})
