import { createHash } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'

/** Where the embedded installation keeps everything it writes. */
export const dataDir = path.resolve(process.env.PREAVVISO_DATA_DIR || '.data')

/** A socket's path may have at most 107 bytes on Linux and 103 on macOS. */
const MAX_SOCKET_PATH = 103

function socketDirOf(folder) {
  const wanted = path.join(folder, 'socket')
  if (Buffer.byteLength(path.join(wanted, '.s.PGSQL.5432')) <= MAX_SOCKET_PATH) return wanted
  return path.join(os.tmpdir(), `preavviso-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
}

/** The folder that holds the embedded database's socket; only this user may enter it. */
export const socketDir = socketDirOf(dataDir)

export const socketPath = path.join(socketDir, '.s.PGSQL.5432')

/** The address at which any PostgreSQL client reaches the embedded database. */
export const embeddedUrl = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDir)}`
