// Serves the built pages: Next's own server, with the page cache before it (lib/http/page-cache). Started by bin/start.mjs.
import { createServer } from 'node:http'
import next from 'next'
import { readListen } from './steps/port.mjs'
import { root } from './steps/run.mjs'

/** Longer than proxies keep their own idle connections, in milliseconds: or one of them asks on a connection that we just closed. */
const KEEP_ALIVE = 65_000

const { port, host } = readListen()
// As `next start` says it: where an action that leads elsewhere fetches the page that it leads to.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`
const app = next({ dev: false, dir: root, hostname: host, port })
await app.prepare()
const answer = await globalThis.preavvisoPageFront(app.getRequestHandler())

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
server.keepAliveTimeout = KEEP_ALIVE
server.listen(port, host)

let isEnding = false
async function end() {
  if (isEnding) return
  isEnding = true
  // Those that were begun are answered; idle connections are not waited for.
  server.close()
  server.closeIdleConnections()
  await app.close()
  process.exit(0)
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
