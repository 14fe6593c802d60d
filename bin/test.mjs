// `npm test [PHASE …]`: every check of the project, or the named ones. Runs before anything is installed.
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from './steps/build.mjs'
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { explain, step } from './steps/progress.mjs'
import { runApart } from './steps/run-apart.mjs'
import { BESIDE_BUILD, FIRST, GIVE_WAY, LONG_PHASES, PHASES, ROWS, SHORTHANDS } from './steps/test-phases.mjs'
import { installTools } from './steps/tools.mjs'

const wanted = process.argv.slice(2).flatMap((name) => SHORTHANDS[name] ?? [name])
const phases = { ...PHASES, ...LONG_PHASES }
const unknown = wanted.filter((name) => !(name in phases))
if (unknown.length > 0) {
  process.stderr.write(`There is no phase ${unknown.join(', ')}. Choose from: ${Object.keys(phases).join(', ')}.\n`)
  process.exit(2)
}

/** Started by run-apart.mjs, which adds the counts up. */
const isApart = Boolean(process.send)
const total = { passed: 0, failed: 0, failures: [], again: [] }

function add(counted) {
  total.passed += counted?.passed ?? 0
  total.failed += counted?.failed ?? 0
  total.failures.push(...(counted?.failures ?? []))
  total.again.push(...(counted?.again ?? []))
  if (counted?.broke) process.exitCode = 1
}

const list = (heading, titles) => (titles.length > 0 ? `\n${heading}\n${titles.map((title) => `  ${title}\n`).join('')}` : '')

/** At the very end, where whoever reads only the end finds it. */
function sayTotal() {
  process.stdout.write(list('Needed a second try, and are to be mended:', total.again))
  process.stdout.write(list('Failed:', total.failures))
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
}

/** Where the phases share what takes long to make (tests/integration/template.ts). */
function openSharedFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-shared-'))
  process.env.PREAVVISO_TEST_TEMPLATE = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}

async function runOneByOne(names) {
  for (const name of names) add(await step(phases[name].title, phases[name].run))
}

async function runRow(names) {
  for (const name of names) add(await runApart(name, phases[name].title, GIVE_WAY.has(name)))
}

try {
  await Promise.all([install(), wanted.length > 0 || installTools()])
  await generate()
  if (!isApart) openSharedFolder()
  if (wanted.length > 0) await runOneByOne(wanted)
  else {
    await runOneByOne(FIRST)
    // Before the rows: beside them it takes ten times as long, and whoever waits for the server gives up.
    await Promise.all([build({ givesWay: true }), runOneByOne(BESIDE_BUILD)])
    await Promise.all(ROWS.map(runRow))
  }
  if (total.failed > 0) process.exitCode = 1
  if (isApart) process.send(total)
} catch (error) {
  explain(error)
  process.exitCode = 1
}
if (isApart) process.disconnect()
else sayTotal()
