import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { step } from './progress.mjs'
import { installed, root, run } from './run.mjs'

/** Everything that a build is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'inngest',
  'public',
  'instrumentation.ts',
  'next.config.ts',
  'proxy.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

const stamp = path.join(root, '.next', 'preavviso-source')

function filesIn(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return []
  const entries = readdirSync(full, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const place of SOURCES) {
    const files = path.extname(place) ? [path.join(root, place)] : filesIn(place)
    for (const file of files.filter((name) => existsSync(name)).sort()) hash.update(path.relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Whether the last build is that of this very source. */
export function isBuilt(wanted = fingerprint()) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
}

/** Builds the pages, when the last build is not that of this very source. `givesWay`: to everything else that the machine does meanwhile. */
export async function build({ givesWay = false } = {}) {
  const wanted = fingerprint()
  if (isBuilt(wanted)) return
  rmSync(stamp, { force: true })
  await step('Building the pages', () =>
    run(process.execPath, [installed('next', 'dist', 'bin', 'next'), 'build'], {
      quiet: true,
      givesWay,
      env: { NODE_ENV: 'production' },
    }),
  )
  writeFileSync(stamp, wanted)
}
