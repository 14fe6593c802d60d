import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { PlainError, step } from './progress.mjs'
import { run } from './run.mjs'

/** Chromium that never opens a window: the same engine in two thirds of the time (docs/decisions/019-tests-side-by-side.md). */
const HEADLESS = 'chromium-headless-shell'

function isOnPath(name) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)))
}

/** The folder with initdb and postgres of the newest PostgreSQL that has PostGIS; null where there is none. */
export function findPostgres() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const withPostgis = versions.find((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
  if (withPostgis) return path.join(debian, withPostgis, 'bin')
  if (!isOnPath('pg_config')) return null
  const [bin, share] = ['--bindir', '--sharedir'].map((flag) => execFileSync('pg_config', [flag], { encoding: 'utf8' }).trim())
  return existsSync(path.join(share, 'extension', 'postgis.control')) && existsSync(path.join(bin, 'initdb')) ? bin : null
}

const BROWSERS = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome'].map((name) => `/usr/bin/${name}`)

/** The browser that the end-to-end tests drive: CHROMIUM_PATH, or the system's; null where there is none. */
export function findBrowser() {
  return [process.env.CHROMIUM_PATH, ...BROWSERS].find((file) => file && existsSync(file)) ?? null
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** `choose` names the packages, of those that `listPackages` finds once apt has its lists. */
async function installPackages(what, choose, otherwise) {
  if (!canInstall()) throw new PlainError(otherwise)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${what}`, async () => {
    await run('apt-get', ['update', '-qq'], { env, quiet: true })
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...choose()], { env, quiet: true })
  })
}

/** The PostgreSQL 15 or newer with PostGIS that the tests start; installed by apt where this runs as root on Debian or Ubuntu. */
export async function requirePostgres() {
  if (!findPostgres()) {
    await installPackages(
      'PostgreSQL with PostGIS',
      () => ['postgresql', ...postgisPackages()],
      'The integration tests need PostgreSQL 15 or newer with PostGIS: install both (Debian: postgresql postgresql-15-postgis-3), or set TEST_DATABASE_URL.',
    )
  }
  return findPostgres()
}

function listPackages(prefix) {
  return execFileSync('apt-cache', ['pkgnames', prefix], { encoding: 'utf8' }).split('\n')
}

/** Debian names the extension after the server's version, and has just one of each. */
function postgisPackages() {
  const versions = listPackages('postgresql-')
    .flatMap((name) => /^postgresql-(\d+)-postgis-3$/.exec(name)?.[1] ?? [])
    .sort((a, b) => Number(b) - Number(a))
  return versions.slice(0, 1).map((version) => `postgresql-${version}-postgis-3`)
}

/** The browser of the end-to-end tests; installed by apt where this runs as root on Debian or Ubuntu. */
export async function requireBrowser() {
  if (!findBrowser()) {
    await installPackages(
      'Chromium',
      () => [listPackages('chromium').includes(HEADLESS) ? HEADLESS : 'chromium', 'fonts-dejavu-core'],
      'The end-to-end tests need Chromium: install it (Debian: chromium), or name it by CHROMIUM_PATH.',
    )
  }
  return findBrowser()
}

/** Installs by apt whatever the tests need and this machine lacks. Where that cannot be done, the phase that needs it says what to install. */
export async function installTools() {
  if (!canInstall()) return
  await requirePostgres()
  await requireBrowser()
}
