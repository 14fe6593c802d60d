import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openCluster } from './cluster.mjs'
import { PlainError } from './progress.mjs'
import { installed, run } from './run.mjs'
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

function vitest(project, env = {}, more = []) {
  const program = installed('vitest', 'vitest.mjs')
  return count(
    (report) => [program, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...more],
    env,
    ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
      passed: numPassedTests,
      failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
    }),
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
  return { passed: counts[0].passed + counts[1].passed, failed: counts[0].failed + counts[1].failed }
}

/** The titles of tests that passed only when they were tried again. */
function findFlaky({ specs = [], suites = [] }) {
  const titles = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, title }) => `${file}: ${title}`)
  return [...titles, ...suites.flatMap(findFlaky)]
}

async function endToEnd() {
  const browser = await requireBrowser()
  const program = installed('@playwright', 'test', 'cli.js')
  return count(
    () => [program, 'test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json'],
    { CHROMIUM_PATH: browser },
    ({ stats, suites }) => {
      const again = suites.flatMap(findFlaky)
      if (again.length > 0)
        process.stdout.write(`\nNeeded a second try, and are to be mended:\n${again.map((title) => `  ${title}\n`).join('')}`)
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
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
 * How they all run: the quick ones and those that judge real time first, one by one; then rows of them side by side, each row one by one,
 * because no phase alone keeps two cores busy. See docs/decisions/019-tests-side-by-side.md.
 */
export const FIRST = ['style', 'types', 'unit', 'guards', 'pace']
/** The browser waits for one page after the other, so it takes longest: the others give way to it. */
export const GIVE_WAY = new Set(['postgres', 'faults', 'embedded'])
export const ROWS = [['e2e'], ['postgres', 'faults'], ['embedded']]

/** Only when asked for by name. */
export const LONG_PHASES = {
  'long-faults': { title: 'Faults, in their long form', run: () => vitest('faults', { PREAVVISO_FAULTS: 'long' }) },
}

/** Names for several phases at once. */
export const SHORTHANDS = { check: ['style', 'types'], integration: ['pace', 'postgres', 'embedded'] }
