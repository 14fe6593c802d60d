import { closeDatabase, transaction } from '@/lib/db/client'
import { numberNewNetworks } from '@/lib/network/number-new-networks'
import { migrate } from './migrate'
import { needsDemo } from './seed/needs-demo'

/**
 * Migrates the database at `url`; an empty one gets the demo town, unless PREAVVISO_SEED is `none`, and networks that are older than segments get these. `say` gets a line for each thing done.
 *
 * The seed is one transaction: killed in the middle, the database is empty and seeded again at the next start.
 */
export async function prepareDatabase(url: string, say: (line: string) => void): Promise<void> {
  const applied = await migrate(url)
  for (const name of applied) say(`✓ Migrated: ${name}`)
  try {
    if (process.env.PREAVVISO_SEED !== 'none' && (await needsDemo())) {
      const { seedDemo } = await import('./seed/seed-demo')
      await seedDemo(new Date(), say)
    }
    for (const service of await transaction((db) => numberNewNetworks(db, new Date())))
      say(`✓ Divided the ${service} network into segments`)
  } finally {
    await closeDatabase()
  }
}
