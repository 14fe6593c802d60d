/** Brings the database of DATABASE_URL to this source's schema, and gives an empty one the demo town (unless PREAVVISO_SEED=none). */
import { prepareDatabase } from './prepare-database'

await prepareDatabase(process.env.DATABASE_URL ?? '', (line) => process.stderr.write(`  ${line}\n`))
