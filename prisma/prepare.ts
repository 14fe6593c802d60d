/** Brings the database of DATABASE_URL to this source's schema, and gives an empty one the demo town (unless PREAVVISO_SEED=none). */
import { closeDatabase } from '@/lib/db/client'
import { findDemoCustomer } from '@/lib/self-service/find-demo-customer'
import { prepareDatabase } from './prepare-database'

const say = (line: string) => process.stderr.write(`  ${line}\n`)

/** Whom to sign in as, where there is a demo. */
async function sayWhomToTry(): Promise<void> {
  const customer = await findDemoCustomer()
  await closeDatabase()
  // Whoever started this says how to sign in, where there is a demo.
  process.send?.({ isDemo: customer !== null })
  if (customer) say(`✓ A customer to try: account ${customer.number}, meter ${customer.meter}`)
}

try {
  await prepareDatabase(process.env.DATABASE_URL ?? '', say)
  await sayWhomToTry()
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
