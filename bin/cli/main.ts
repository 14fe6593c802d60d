import { Command, CommanderError } from 'commander'
import { closeDatabase } from '@/lib/db/client'
import { parseEnvironment } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { describeError } from '@/lib/i18n/translator'
import { prepareDatabase } from '@/prisma/prepare-database'
import { registerApiKey } from './commands/api-key'
import { registerBench } from './commands/bench'
import { registerDemo } from './commands/demo'
import { registerDoctor } from './commands/doctor'
import { registerImport } from './commands/import'
import { registerLookup } from './commands/lookup'
import { registerRehearse } from './commands/rehearse'
import { registerSegments } from './commands/segments'
import { registerStaff } from './commands/staff'
import { registerTrace } from './commands/trace'
import { registerWorks } from './commands/works'

/** Bad input is the caller's to mend, anything else ours: scripts tell them apart. */
const EXIT = { failed: 1, badInput: 2 } as const

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.badInput
  if (error instanceof AppError) {
    const where = error.detail.field ? `${error.detail.field}: ` : ''
    process.stderr.write(`${where}${describeError(error, 'en')}\n`)
    return error.code === 'bad_input' ? EXIT.badInput : EXIT.failed
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return EXIT.failed
}

const program = new Command('preavviso')
  .description('Tells every household, in time and provably, that a planned interruption is coming.')
  .exitOverride()
  .showHelpAfterError()

for (const register of [
  registerImport,
  registerLookup,
  registerWorks,
  registerTrace,
  registerSegments,
  registerRehearse,
  registerDemo,
  registerApiKey,
  registerStaff,
  registerBench,
  registerDoctor,
]) {
  register(program)
}

/** A database that nobody started yet is brought up to date first, as a start would do; a benchmark's gets no demo, and sets its environment after this. */
async function prepare(): Promise<void> {
  if (process.argv[2] === 'bench') process.env.PREAVVISO_SEED = 'none'
  await prepareDatabase(parseEnvironment(process.env).DATABASE_URL, (line) => process.stderr.write(`  ${line}\n`))
}

try {
  await prepare()
  await program.parseAsync()
} catch (error) {
  process.exitCode = report(error)
} finally {
  await closeDatabase()
}
