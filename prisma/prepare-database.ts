import { closeDatabase } from '@/lib/db/client'
import { migrate } from './migrate'
import { needsDemo } from './seed/needs-demo'

/**
 * Migrates the database at `url`; an empty one gets the demo town, unless PREAVVISO_SEED is `none`. `say` gets a line for each thing done.
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
  } finally {
    await closeDatabase()
  }
}
