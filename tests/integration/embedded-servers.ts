import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import path from 'node:path'

const SERVER = path.join(import.meta.dirname, 'embedded-server.ts')

/**
 * Lends embedded databases, at most `limit` at a time, to whoever connects to `socketPath`: the URL of a fresh one is the answer, and it is given back by
 * hanging up. They live on from file to file, because starting one takes seconds.
 */
export async function lendEmbedded(template: string, socketPath: string, limit: number): Promise<() => Promise<void>> {
  const servers: ChildProcess[] = []
  const free: Array<{ server: ChildProcess; url: string }> = []
  const waiting: Socket[] = []

  function lend(): void {
    const borrower = free.length > 0 ? waiting.shift() : undefined
    const lent = borrower && free.pop()
    if (!lent) return
    borrower.once('close', () => lent.server.connected && lent.server.send('renew'))
    borrower.write(lent.url)
  }

  function start(): void {
    const server = fork(SERVER, [template], { execArgv: ['--import', 'tsx'] })
    servers.push(server)
    server.on('message', ({ url }: { url: string }) => {
      free.push({ server, url })
      lend()
    })
    server.once('exit', () => {
      servers.splice(servers.indexOf(server), 1)
      // Who waits is told by the hanging up; who comes later gets a new one.
      for (const borrower of waiting.splice(0)) borrower.destroy()
    })
  }

  const lending = createServer((borrower) => {
    borrower.on('error', () => borrower.destroy())
    borrower.resume()
    waiting.push(borrower)
    borrower.once('close', () => {
      if (waiting.includes(borrower)) waiting.splice(waiting.indexOf(borrower), 1)
    })
    if (free.length === 0 && servers.length < limit) start()
    lend()
  })
  lending.listen(socketPath)
  await once(lending, 'listening')
  return async () => {
    lending.close()
    await Promise.all(
      servers.map((server) => {
        server.disconnect()
        return once(server, 'exit')
      }),
    )
  }
}
