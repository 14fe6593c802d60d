// What stands between PGlite and its socket server, so that many clients can use it at once as they would PostgreSQL. A client sends a
// query in several messages (Parse, Bind, Describe, Execute, Sync), and the socket server takes the messages of all clients in turn.

const READY = 'Z'.charCodeAt(0)

/** The messages of a pipeline before its Sync: PostgreSQL answers none of them with ReadyForQuery. */
const BEFORE_SYNC = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

/** Passes on the messages of a stream, whole or in pieces, without ReadyForQuery. */
function withoutReady(pass) {
  let held = Buffer.alloc(0)
  return (chunk) => {
    held = Buffer.concat([held, chunk])
    while (held.length >= 5 && held.length > held.readInt32BE(1)) {
      const length = 1 + held.readInt32BE(1)
      if (held[0] !== READY) pass(held.subarray(0, length))
      held = held.subarray(length)
    }
  }
}

/**
 * Mends three things in the database that the socket server is given:
 * - From the first message of a pipeline to its Sync the database counts as being in a transaction, which the server takes for a reason to
 *   wait for the same client: otherwise one client's Parse would stand between another's Parse and Bind, and each get the other's rows.
 * - PGlite says ReadyForQuery at an error and again at the Sync: a client would take the second for the answer to its next query.
 * - A failure below SQL would leave the server waiting for ever: it ends the process instead, and the next start recovers.
 */
export function keepPipelinesWhole(database) {
  const execute = database.execProtocolRawStream.bind(database)
  const isInTransaction = database.isInTransaction.bind(database)
  const exec = database.exec.bind(database)
  let isOpen = false

  database.isInTransaction = () => isOpen || isInTransaction()
  database.execProtocolRawStream = async (message, options) => {
    isOpen = BEFORE_SYNC.has(message[0])
    try {
      await execute(message, isOpen ? { ...options, onRawData: withoutReady(options.onRawData) } : options)
    } catch (error) {
      process.stderr.write(`The embedded database failed: ${error.message}\n`)
      process.exit(1)
    }
  }
  // The server rolls back what a client left behind that went away in the middle.
  database.exec = async (...args) => {
    isOpen = false
    return exec(...args)
  }
  return database
}
