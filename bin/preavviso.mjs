// The command line: `npm run -s preavviso -- COMMAND`. Joins the database of a running Preavviso, or opens its own for the while.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { openCluster } from './steps/cluster.mjs'
import { openEmbeddedDatabase } from './steps/embedded.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { DELIVERY_MEMORY, IMPORT_MEMORY } from './steps/memory.mjs'
import { explain } from './steps/progress.mjs'
import { installed, root } from './steps/run.mjs'
import { findSessionSecret } from './steps/secret.mjs'

/** A benchmark has a PostgreSQL of its own (or BENCH_DATABASE_URL): it empties the database that it measures. */
function openDatabase() {
  const isBenchmark = process.argv[2] === 'bench'
  const named = isBenchmark ? process.env.BENCH_DATABASE_URL : process.env.DATABASE_URL
  if (named) return { url: named, close: async () => {} }
  return isBenchmark ? openCluster({ keepsPromises: true }) : openEmbeddedDatabase({ join: true })
}

/** `import` and its benchmark, and the benchmark of delivery, which has what the local runner has. */
function memoryFlags() {
  const words = process.argv.slice(2, 4)
  if (words.includes('import')) return [IMPORT_MEMORY]
  return words.includes('deliver') ? [DELIVERY_MEMORY] : []
}

function runCommand(url) {
  const args = [
    ...memoryFlags(),
    '--import',
    installed('tsx', 'dist', 'esm', 'index.mjs'),
    path.join(root, 'bin', 'cli', 'main.ts'),
    ...process.argv.slice(2),
  ]
  const child = spawn(process.execPath, args, {
    cwd: process.env.INIT_CWD ?? root,
    env: { ...process.env, DATABASE_URL: url, NEXTAUTH_SECRET: findSessionSecret(), TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

try {
  await install()
  await generate()
  const database = await openDatabase()
  const code = await runCommand(database.url)
  await database.close()
  process.exit(code)
} catch (error) {
  explain(error)
  process.exit(1)
}
