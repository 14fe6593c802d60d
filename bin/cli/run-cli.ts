import { Command, CommanderError } from 'commander'
import { closeDatabase } from '@/lib/db/client'
import { parseEnvironment } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { describeError } from '@/lib/i18n/translator'
import { prepareDatabase } from '@/prisma/prepare-database'

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

/** Each is loaded when it is asked for: all of them, with what they stand on, take three times as long as one. */
const COMMANDS = new Map<string, () => Promise<(program: Command) => void>>([
  ['import', async () => (await import('./commands/import')).registerImport],
  ['lookup', async () => (await import('./commands/lookup')).registerLookup],
  ['works', async () => (await import('./commands/works')).registerWorks],
  ['trace', async () => (await import('./commands/trace')).registerTrace],
  ['segments', async () => (await import('./commands/segments')).registerSegments],
  ['rehearse', async () => (await import('./commands/rehearse')).registerRehearse],
  ['caller', async () => (await import('./commands/caller')).registerCaller],
  ['demo', async () => (await import('./commands/demo')).registerDemo],
  ['api-key', async () => (await import('./commands/api-key')).registerApiKey],
  ['utility', async () => (await import('./commands/utility')).registerUtility],
  ['staff', async () => (await import('./commands/staff')).registerStaff],
  ['bot', async () => (await import('./commands/bot')).registerBot],
  ['bench', async () => (await import('./commands/bench')).registerBench],
  ['doctor', async () => (await import('./commands/doctor')).registerDoctor],
])

async function readProgram(name: string): Promise<Command> {
  const program = new Command('preavviso')
    .description('Tells every household, in time and provably, that a planned interruption is coming.')
    .exitOverride()
    .showHelpAfterError()
  const named = COMMANDS.get(name)
  for (const load of named ? [named] : COMMANDS.values()) {
    const register = await load()
    register(program)
  }
  return program
}

/** A database that nobody started yet is brought up to date first, as a start would do; a benchmark's gets no demo, and sets its environment after this. */
async function prepare(name: string): Promise<void> {
  if (name === 'bench') process.env.PREAVVISO_SEED = 'none'
  await prepareDatabase(parseEnvironment(process.env).DATABASE_URL, (line) => process.stderr.write(`  ${line}\n`))
}

/** Runs a command line (what follows the program's name) and closes the database. Returns the status that the process shall end with; a reason for it stands on stderr. */
export async function runCli(args: string[]): Promise<number> {
  const name = args[0] ?? ''
  try {
    const program = await readProgram(name)
    await prepare(name)
    await program.parseAsync(args, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    return report(error)
  } finally {
    await closeDatabase()
  }
}
