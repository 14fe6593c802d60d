// `npm test [PHASE …]`: every check of the project, or the named ones. Runs before anything is installed.
import { generate } from './steps/generate.mjs'
import { install } from './steps/install.mjs'
import { explain, step } from './steps/progress.mjs'
import { LONG_PHASES, PHASES, SHORTHANDS } from './steps/test-phases.mjs'

const wanted = process.argv.slice(2).flatMap((name) => SHORTHANDS[name] ?? [name])
const phases = { ...PHASES, ...LONG_PHASES }
const unknown = wanted.filter((name) => !(name in phases))
if (unknown.length > 0) {
  process.stderr.write(`There is no phase ${unknown.join(', ')}. Choose from: ${Object.keys(phases).join(', ')}.\n`)
  process.exit(2)
}

const total = { passed: 0, failed: 0 }
try {
  await install()
  await generate()
  for (const name of wanted.length > 0 ? wanted : Object.keys(PHASES)) {
    const counted = await step(phases[name].title, phases[name].run)
    total.passed += counted?.passed ?? 0
    total.failed += counted?.failed ?? 0
  }
} catch (error) {
  explain(error)
  process.exitCode = 1
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`)
if (total.failed > 0) process.exitCode = 1
