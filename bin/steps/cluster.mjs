import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { PlainError, step } from './progress.mjs'
import { requirePostgres } from './tools.mjs'

/** Nothing in a private cluster outlives the tests, so it need not survive a power cut. */
const FOR_TESTS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']
/** For benchmarks and faults: it keeps its promises and its plain settings, and gets the memory and the log that a server would. */
const AS_A_SERVER = ['shared_buffers=1GB', 'max_wal_size=8GB', 'maintenance_work_mem=512MB']

/** A file system in memory with room for what tests write; each of them copies a database, which on a disk takes half a second of a core. */
const MEMORY = '/dev/shm'
const ROOM = 4 * 2 ** 30

function hasRoomInMemory() {
  if (!existsSync(MEMORY)) return false
  const { bavail, bsize } = statfsSync(MEMORY)
  return Math.min(bavail * bsize, os.freemem()) >= ROOM
}

/** PostgreSQL refuses to run as root: then everything is done as the user that its package made. */
function asPostgres(command, args) {
  const isRoot = process.getuid?.() === 0
  const [program, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', command, ...args] : [command, ...args]
  try {
    return execFileSync(program, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' })
  } catch (error) {
    throw new PlainError(`${path.basename(command)} failed: ${error.stderr || error.message}`)
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

/** Starts a PostgreSQL with PostGIS of this run's own, on a free port of this machine. Returns its URL, a `restart` as after a crash, and a `close` that removes it. */
export async function openCluster({ keepsPromises = false } = {}) {
  const bin = await requirePostgres()
  return step('Starting a private PostgreSQL', async () => {
    const folder = mkdtempSync(path.join(!keepsPromises && hasRoomInMemory() ? MEMORY : os.tmpdir(), 'preavviso-postgres-'))
    if (process.getuid?.() === 0)
      chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])))
    const cluster = path.join(folder, 'cluster')
    asPostgres(path.join(bin, 'initdb'), ['-D', cluster, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
    const port = await freePort()
    const settings = [
      `port=${port}`,
      `unix_socket_directories=${folder}`,
      'listen_addresses=127.0.0.1',
      ...(keepsPromises ? AS_A_SERVER : FOR_TESTS),
    ]
    const options = settings.map((setting) => `-c ${setting}`).join(' ')
    asPostgres(path.join(bin, 'pg_ctl'), ['-D', cluster, '-w', '-s', '-l', path.join(folder, 'log'), '-o', options, 'start'])
    const close = async () => {
      asPostgres(path.join(bin, 'pg_ctl'), ['-D', cluster, '-w', '-s', '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    }
    const restart = async () =>
      void asPostgres(path.join(bin, 'pg_ctl'), ['-D', cluster, '-w', '-s', '-m', 'immediate', '-l', path.join(folder, 'log'), 'restart'])
    return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, restart, close }
  })
}
