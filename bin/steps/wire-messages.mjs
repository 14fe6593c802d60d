/** PostgreSQL's wire protocol, as far as somebody between a client and the database must read it. */
export const SYNC = Buffer.from([0x53, 0, 0, 0, 4])
export const READY = 'Z'.charCodeAt(0)
export const TERMINATE = 'X'.charCodeAt(0)
/** The status in ReadyForQuery of a session that is in no transaction. */
export const IDLE = 'I'.charCodeAt(0)

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const CANCEL_REQUEST = 80877102

/** Parse, Bind, Describe, Execute, Close and Flush: the messages of a pipeline before its Sync. */
const BEFORE_SYNC = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)))

export function isBeforeSync(message) {
  return BEFORE_SYNC.has(message[0])
}

/** What a connection's first message asks for. Messages after it begin with a letter, this one with its length. */
export function readFirst(buffer) {
  if (buffer.length < 8 || buffer.length < buffer.readInt32BE(0)) return null
  const length = buffer.readInt32BE(0)
  const code = buffer.readInt32BE(4)
  const kind = code === CANCEL_REQUEST ? 'cancel' : code === SSL_REQUEST || code === GSS_REQUEST ? 'encryption' : 'startup'
  return { kind, message: buffer.subarray(0, length), rest: buffer.subarray(length) }
}

/** Cuts a stream into whole messages: give it pieces, it calls `onMessage` with each one that is complete. */
export function createCutter(onMessage) {
  let held = Buffer.alloc(0)
  return (piece) => {
    held = held.length === 0 ? Buffer.from(piece) : Buffer.concat([held, piece])
    while (held.length >= 5 && held.length > held.readInt32BE(1)) {
      const length = 1 + held.readInt32BE(1)
      const message = held.subarray(0, length)
      held = held.subarray(length)
      onMessage(message)
    }
  }
}
