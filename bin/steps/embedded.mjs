import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { embeddedUrl, socketPath } from './embedded-url.mjs'

/** How long a start waits for a database that is just closing, in milliseconds. */
const WAIT_FOR_LOCK = 15_000

/** Whether a database answers on the socket already. */
export function isServing() {
  return new Promise((resolve) => {
    const socket = net.connect(socketPath)
    socket.once('connect', () => socket.end(() => resolve(true)))
    socket.once('error', () => resolve(false))
  })
}

function spawnDatabase() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'database.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => (message.ready ? resolve({ child }) : resolve({ held: message.held })))
    child.once('exit', (code) => reject(new Error(`The embedded database stopped with status ${code}.`)))
  })
}

/**
 * Starts the embedded database, or joins the one that already serves this data folder when `join` is set.
 * Returns its URL and a `close` that ends it cleanly (and does nothing to one that was joined).
 */
export async function openEmbeddedDatabase({ join = false } = {}) {
  const deadline = Date.now() + WAIT_FOR_LOCK
  for (;;) {
    if (join && (await isServing())) return { url: embeddedUrl, close: async () => {} }
    const { child, held } = await spawnDatabase()
    if (child) return { url: embeddedUrl, child, close: () => closeDatabase(child) }
    if (Date.now() > deadline) {
      throw new Error(`Another Preavviso (process ${held}) uses this data folder. Stop it, or set PREAVVISO_DATA_DIR to another folder.`)
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function closeDatabase(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.send('close')
  })
}
