// PGlite says ReadyForQuery twice when a message of the extended protocol fails: at the error and again at the Sync that follows. A client then
// takes the second for the answer to its next query, and every later answer on that connection belongs to the query before.

const READY = 'Z'.charCodeAt(0)
/** Parse, Bind, Describe, Execute, Close and Flush: PostgreSQL answers none of them with ReadyForQuery. */
const NEVER_READY = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

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

/** Makes the database answer one ReadyForQuery to each Sync, as the protocol has it. */
export function answerReadyOnce(database) {
  const execute = database.execProtocolRawStream.bind(database)
  database.execProtocolRawStream = (message, options) =>
    execute(message, NEVER_READY.has(message[0]) ? { ...options, onRawData: withoutReady(options.onRawData) } : options)
  return database
}
