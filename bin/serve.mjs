// Serves the built pages: Next's own server, with the page cache before it (lib/http/page-cache). Started by bin/start.mjs.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import next from 'next'
import { readListen } from './steps/port.mjs'
import { explain } from './steps/progress.mjs'
import { root } from './steps/run.mjs'
import { trustProxy } from './steps/trust-proxy.mjs'

/** Longer than proxies keep their own idle connections, in milliseconds: or one of them asks on a connection that we just closed. */
const KEEP_ALIVE = 65_000

/** So long, in milliseconds, those are waited for who are just being answered. */
const PATIENCE = 5_000

function listen(answer, port, host) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      process.stderr.write(`${error.stack}\n`)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  server.keepAliveTimeout = KEEP_ALIVE
  server.listen(port, host)
  return once(server, 'listening').then(() => server)
}

async function serve({ port, host }) {
  // As `next start` says it: where an action that leads elsewhere fetches the page that it leads to.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
  const app = next({ dev: false, dir: root, hostname: host, port })
  await app.prepare()
  const application = app.getRequestHandler()
  // Where the page cache has pages rendered. With its first request Next runs instrumentation.ts, which brings the cache.
  const inside = await listen(application, 0, '127.0.0.1')
  const { port: innerPort } = inside.address()
  await fetch(`http://127.0.0.1:${innerPort}/api/health/live`)
  const front = globalThis.preavvisoPageFront(application, innerPort)
  const server = await listen(
    (request, response) => {
      trustProxy(request)
      return front(request, response)
    },
    port,
    host,
  )
  return async () => {
    // What was begun is answered; connections that only might be used again are not waited for.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    await Promise.race([new Promise((done) => server.close(done)), sleep(PATIENCE)])
    clearInterval(idle)
    await app.close()
    process.exit(0)
  }
}

try {
  const end = await serve(readListen())
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
} catch (error) {
  explain(error)
  process.exit(1)
}
