import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { step } from './progress.mjs'
import { installed, root, run } from './run.mjs'

const generated = path.join(root, 'lib', 'db', 'generated')

/** MapLibre's worker must be a file of its own, served from where the page comes from. */
function copyMapWorker() {
  const folder = path.join(root, 'public', 'maplibre')
  mkdirSync(folder, { recursive: true })
  for (const name of ['maplibre-gl-worker.mjs', 'maplibre-gl-shared.mjs']) {
    copyFileSync(installed('maplibre-gl', 'dist', name), path.join(folder, name))
  }
}

/**
 * The database client is generated without Prisma's native engine, which would have to be downloaded: naming any file in its place is
 * enough, because only migrations run it. See docs/decisions/002-migrations-without-engine.md.
 */
function generateClient() {
  const engine = process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? path.join(root, 'package.json')
  return run(process.execPath, [installed('prisma', 'build', 'index.js'), 'generate'], {
    env: { PRISMA_SCHEMA_ENGINE_BINARY: engine },
    quiet: true,
  })
}

/** Makes what the sources need but do not contain: the database client and the map's worker files. */
export async function generate() {
  const sources = ['prisma/schema.prisma', 'package-lock.json'].map((file) => readFileSync(path.join(root, file)))
  const wanted = createHash('sha256').update(Buffer.concat(sources)).digest('hex')
  const stamp = path.join(generated, '.source')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step('Generating the database client', generateClient)
  copyMapWorker()
  writeFileSync(stamp, wanted)
}
