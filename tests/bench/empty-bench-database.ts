import { database } from '@/lib/db/client'

/** What these benchmarks call their utility: a database of any other is never emptied. */
export const BENCH_UTILITY = 'Bench'

/** Empties a benchmark's database; throws for that of anybody else. */
export async function emptyBenchDatabase(): Promise<void> {
  const utility = await database().utility.findUnique({ where: { id: 1 }, select: { name: true } })
  if (utility && utility.name !== BENCH_UTILITY)
    throw new Error(`This database is of ${utility.name}: benchmarks empty theirs, give them another.`)
  await database().$executeRaw`
    TRUNCATE municipality, street, address, service_point, person, account, contact, subscription, works, works_part, works_window, affected_point,
      notice, notice_window, message, receipt, sender_pace, import_run RESTART IDENTITY CASCADE`
}
