// `npm start` and `npm run dev`: from a fresh clone to a running Preavviso. Runs before anything is installed.
import path from 'node:path'
import { build, isBuilt } from './steps/build.mjs'
import { hasEnded, startChild, stopChild } from './steps/child.mjs'
import { openEmbeddedDatabase } from './steps/embedded.mjs'
import { dataDir, embeddedUrl } from './steps/embedded-url.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { DELIVERY_MEMORY, WEB_MEMORY } from './steps/memory.mjs'
import { readListen, requireFreePort } from './steps/port.mjs'
import { explain, step } from './steps/progress.mjs'
import { installed, root, runTypeScript } from './steps/run.mjs'
import { sessionSecret } from './steps/secret.mjs'
import { welcome } from './steps/welcome.mjs'

const isDevelopment = process.argv.includes('--dev')

/** What runs, in the order in which it must stop. */
const running = { web: null, worker: null, database: null }
let stopping = null

function stop(code) {
  stopping ??= (async () => {
    await Promise.all([stopChild(running.web), stopChild(running.worker)])
    await running.database?.close()
    process.exit(code)
  })()
  return stopping
}

/** A part that ends by itself takes the others with it: half a Preavviso is worse than none. */
function watch(child, name) {
  child.once('exit', (code, signal) => {
    if (stopping) return
    process.stderr.write(`\nThe ${name} ended (${signal ?? `status ${code}`}), so everything stops. Start again with npm start.\n`)
    stop(1)
  })
  return child
}

/** Killing npm leaves this process without a parent: then nobody could stop it in an ordinary way. */
function endWithNpm() {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event) return
  setInterval(() => process.ppid !== parent && stop(0), 1_000).unref()
}

/** The same question as hasInngest in inngest/client.ts, before anything is installed. */
function usesInngest() {
  const { INNGEST_DEV, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY } = process.env
  return Boolean((INNGEST_DEV && INNGEST_DEV !== '0') || (INNGEST_EVENT_KEY && INNGEST_SIGNING_KEY))
}

async function openDatabase() {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, close: async () => {} }
  const database = await step(`Starting the embedded database in ${dataDir}`, () => openEmbeddedDatabase())
  watch(database.child, 'database')
  return database
}

/** Built pages are served with the page cache before them; while somebody edits, each is made anew. */
function serve({ port, host }, env) {
  const development = [installed('next', 'dist', 'bin', 'next'), 'dev', '-p', String(port), '-H', host]
  running.web = watch(startChild(isDevelopment ? development : [WEB_MEMORY, path.join(root, 'bin', 'serve.mjs')], env), 'server')
}

async function waitUntilServing({ port, host }) {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  for (;;) {
    if (stopping || hasEnded(running.web)) return
    const isServing = await fetch(`${address}/api/health`).then(
      () => true,
      () => false,
    )
    if (isServing) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function start() {
  const listen = readListen()
  await requireFreePort(listen)
  await install()
  await generate()
  const publicUrl = process.env.PUBLIC_URL || `http://localhost:${listen.port}`
  const env = {
    DATABASE_URL: process.env.DATABASE_URL || embeddedUrl,
    NODE_ENV: isDevelopment ? 'development' : 'production',
    NEXTAUTH_SECRET: sessionSecret(),
    NEXTAUTH_URL: publicUrl,
    PUBLIC_URL: publicUrl,
  }
  // Where there is nothing to build, the server comes up while the database does.
  if (isDevelopment || isBuilt()) serve(listen, env)
  running.database = await openDatabase()
  let hasDemo = false
  const prepare = runTypeScript('prisma/prepare.ts', [], { env, onMessage: ({ isDemo }) => (hasDemo = isDemo) })
  // Pages are built without the database: while it gets its demo town, the second core has something to do.
  await Promise.all([prepare, running.web || build()])
  if (!running.web) serve(listen, env)
  if (!usesInngest())
    running.worker = watch(startChild([DELIVERY_MEMORY, '--import', 'tsx', 'inngest/local-runner.ts'], env), 'local runner')
  await step('Starting the server', () => waitUntilServing(listen))
  if (!stopping) process.stdout.write(welcome(publicUrl, hasDemo))
}

process.on('SIGINT', () => stop(0))
process.on('SIGTERM', () => stop(0))
endWithNpm()
try {
  await start()
} catch (error) {
  if (!stopping) {
    explain(error)
    await stop(1)
  }
}
