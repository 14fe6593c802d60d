import { createServer } from 'node:net'
import { createTurns } from './turns.mjs'
import { createCutter, IDLE, isBeforeSync, READY, readFirst, SYNC, TERMINATE } from './wire-messages.mjs'

/**
 * Serves PGlite, which has one session, to many clients as PostgreSQL would: a client has the turn from its first message until the database says
 * that it is idle again, so neither a pipeline nor a transaction is ever mixed with another client's.
 * See docs/decisions/001-embedded-database.md for why this is not PGlite's own socket server.
 */
export async function serveEmbedded(database, socketPath) {
  const turns = createTurns()
  const sockets = new Set()

  /** Has the database answer one message. Returns the status that it is in then, when it says one. */
  async function execute(message, write) {
    let status = null
    const isPart = isBeforeSync(message)
    const onRawData = createCutter((reply) => {
      if (reply[0] === READY) status = reply[5]
      // PGlite says ReadyForQuery at an error and again at the Sync: a client would take one for the answer to its next query.
      if (reply[0] !== READY || !isPart) write(reply)
    })
    try {
      await database.runExclusive(() => database.execProtocolRawStream(new Uint8Array(message), { onRawData }))
    } catch (error) {
      // Below SQL nothing can be answered any more; the next start recovers what was committed.
      process.stderr.write(`The embedded database failed: ${error.message}\n`)
      process.exit(1)
    }
    return isPart ? null : status
  }

  /** What a client left behind in the middle is rolled back before anybody else has the turn. */
  async function leave(client) {
    turns.leave(client)
    if (!turns.has(client)) return
    await execute(SYNC, () => {})
    if (database.isInTransaction()) await database.exec('ROLLBACK')
    turns.pass(client)
  }

  function attach(socket) {
    const client = {}
    let work = Promise.resolve()
    let isGone = false
    let first = Buffer.alloc(0)
    let hasStarted = false
    sockets.add(socket)

    async function answer(message) {
      await turns.take(client)
      if (isGone) return
      const status = await execute(message, (reply) => socket.writable && socket.write(reply))
      if (status === IDLE) turns.pass(client)
    }

    const enqueue = (message) => {
      if (message[0] === TERMINATE && hasStarted) return socket.end()
      const own = Buffer.from(message)
      work = work.then(() => (isGone ? undefined : answer(own)))
    }
    const cut = createCutter(enqueue)

    function begin(piece) {
      first = Buffer.concat([first, piece])
      const found = readFirst(first)
      if (!found) return
      first = found.rest
      if (found.kind === 'cancel') return socket.end()
      if (found.kind === 'encryption') return socket.write('N')
      enqueue(found.message)
      hasStarted = true
      cut(first)
    }

    socket.on('data', (piece) => (hasStarted ? cut(piece) : begin(piece)))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      isGone = true
      sockets.delete(socket)
      turns.leave(client)
      work = work.then(() => leave(client))
    })
  }

  const server = createServer(attach)
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(socketPath, resolve)
  })
  return {
    /** Takes no more clients, and waits for the message that is being answered. */
    async stop() {
      server.close()
      for (const socket of sockets) socket.destroy()
      await database.runExclusive(async () => {})
    },
  }
}
