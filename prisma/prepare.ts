/** Brings the database of DATABASE_URL to this source's schema, and gives an empty one the demo town (unless PREAVVISO_SEED=none). */
import { prepareDatabase } from './prepare-database'

const say = (line: string) => process.stderr.write(`  ${line}\n`)

try {
  await prepareDatabase(process.env.DATABASE_URL ?? '', say)
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
