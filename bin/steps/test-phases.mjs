import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openCluster } from './cluster.mjs'
import { PlainError } from './progress.mjs'
import { installed, root, run } from './run.mjs'
import { requireBrowser } from './tools.mjs'

/** Runs a test runner that writes its counts as JSON; failed tests are counted, a runner that breaks is an error. */
async function count(args, env, read) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-report-'))
  const report = path.join(folder, 'report.json')
  try {
    const outcome = await run(process.execPath, args(report), { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } }).then(
      () => null,
      (error) => error,
    )
    const counted = readCounts(report, read)
    if (outcome && !(counted?.failed > 0)) throw outcome
    if (!counted || counted.passed + counted.failed === 0) throw new PlainError('No test was run.')
    return counted
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readCounts(report, read) {
  try {
    return read(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return null
  }
}

const countFailures = (passed, failures) => ({ passed, failed: failures.length, failures })

/** What failed of a file: its tests, or itself where it could not even be loaded. */
function findFailed({ name, status, assertionResults }) {
  const file = path.relative(root, name)
  const titles = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => `${file}: ${fullName}`)
  return status === 'failed' && titles.length === 0 ? [file] : titles
}

function vitest(project, env = {}, more = []) {
  const program = installed('vitest', 'vitest.mjs')
  return count(
    (report) => [program, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...more],
    env,
    ({ numPassedTests, testResults }) => countFailures(numPassedTests, testResults.flatMap(findFailed)),
  )
}

/** Hold real time against a limit: for that a machine must have nothing else to do. */
const PACE = ['delivery-pause', 'delivery-rate', 'staff-sign-in'].map((name) => `tests/integration/${name}.test.ts`)

async function onPostgres(more) {
  if (process.env.TEST_DATABASE_URL) return vitest('integration', {}, more)
  const cluster = await openCluster()
  try {
    return await vitest('integration', { TEST_DATABASE_URL: cluster.url }, more)
  } finally {
    await cluster.close()
  }
}

const EXCLUDED = PACE.map((file) => `--exclude=${file}`)

/** On both databases, one file after the other, with nothing beside them. */
async function keepPace() {
  const alone = [...PACE, '--no-file-parallelism']
  const counts = [await onPostgres(alone), await vitest('integration', { TEST_DATABASE_URL: 'embedded' }, alone)]
  return countFailures(
    counts[0].passed + counts[1].passed,
    counts.flatMap(({ failures }) => failures),
  )
}

/** The titles of the browser's tests that ended so: `flaky` are those that passed only when they were tried again. */
function findEnded(ended, { specs = [], suites = [] }) {
  const titles = specs.filter(({ tests }) => tests.some(({ status }) => status === ended)).map(({ file, title }) => `${file}: ${title}`)
  return [...titles, ...suites.flatMap((suite) => findEnded(ended, suite))]
}

async function endToEnd() {
  const browser = await requireBrowser()
  const program = installed('@playwright', 'test', 'cli.js')
  return count(
    () => [program, 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    { CHROMIUM_PATH: browser },
    ({ stats, suites }) => {
      const again = findEnded('flaky', { suites })
      return { ...countFailures(stats.expected + stats.flaky, findEnded('unexpected', { suites })), again }
    },
  )
}

const tool = (...parts) => run(process.execPath, [installed(...parts.shift()), ...parts])

/** Every check. */
export const PHASES = {
  style: {
    title: 'Format, lint and import zones',
    run: () => tool(['@biomejs', 'biome', 'bin', 'biome'], 'ci', '--colors=off', '.').then(() => null),
  },
  types: { title: 'Types', run: () => tool(['typescript', 'bin', 'tsc'], '--noEmit', '--incremental', 'false').then(() => null) },
  unit: { title: 'Unit tests', run: () => vitest('unit') },
  guards: { title: 'Guards', run: () => vitest('guards') },
  pace: { title: 'What is held against real time, on both databases', run: keepPace },
  postgres: { title: 'Integration tests on PostgreSQL with PostGIS', run: () => onPostgres(EXCLUDED) },
  embedded: {
    title: 'Integration tests on the embedded database',
    run: () => vitest('integration', { TEST_DATABASE_URL: 'embedded' }, EXCLUDED),
  },
  faults: { title: 'Faults, in their short form', run: () => vitest('faults') },
  e2e: { title: 'End-to-end tests in a browser', run: endToEnd },
}

/**
 * How they all run: what is quickest to fail first; then, one by one, those that judge real time, which leave a core and a half to the building of the pages, and
 * others until it has ended; then rows of them side by side, each row one by one, because no phase alone keeps two cores busy.
 * See docs/decisions/019-tests-side-by-side.md.
 */
export const FIRST = ['style', 'types']
export const BESIDE_BUILD = ['pace', 'unit', 'guards']
/** The browser waits for one page after the other, so it takes longest: the others give way to it. */
export const GIVE_WAY = new Set(['postgres', 'faults', 'embedded'])
export const ROWS = [['e2e'], ['postgres', 'faults'], ['embedded']]

/** Only when asked for by name. */
export const LONG_PHASES = {
  'long-faults': { title: 'Faults, in their long form', run: () => vitest('faults', { PREAVVISO_FAULTS: 'long' }) },
}

/** Names for several phases at once. */
export const SHORTHANDS = { check: ['style', 'types'], integration: ['pace', 'postgres', 'embedded'] }
