import { type Db, transaction } from '@/lib/db/client'
import { countLiveRuns, deleteDeadRuns, deleteUnfinishedRun, insertRun } from '@/lib/imports/queries'

const KIND = 'network'

/** Empties staging of one run's parts, or of all. */
async function clear(db: Db, runId: number | 'all'): Promise<void> {
  if (runId === 'all') {
    await db.$executeRaw`TRUNCATE staging.network_node, staging.network_link, staging.network_device, staging.network_point, staging.network_remark`
    return
  }
  await db.$executeRaw`DELETE FROM staging.network_node WHERE run_id = ${runId}::int`
  await db.$executeRaw`DELETE FROM staging.network_link WHERE run_id = ${runId}::int`
  await db.$executeRaw`DELETE FROM staging.network_device WHERE run_id = ${runId}::int`
  await db.$executeRaw`DELETE FROM staging.network_point WHERE run_id = ${runId}::int`
  await db.$executeRaw`DELETE FROM staging.network_remark WHERE run_id = ${runId}::int`
}

/** Opens an import of a network, after what killed ones left is gone. */
export function openNetworkRun(files: string[]): Promise<number> {
  return transaction(async (db) => {
    await deleteDeadRuns(db, KIND)
    if ((await countLiveRuns(db, KIND)) === 0) await clear(db, 'all')
    return insertRun(db, KIND, files.join(', '))
  })
}

/** Ends it: what it staged goes, and the run too where it imported nothing. */
export function closeNetworkRun(runId: number): Promise<void> {
  return transaction(async (db) => {
    await deleteUnfinishedRun(db, runId)
    await deleteDeadRuns(db, KIND)
    await clear(db, (await countLiveRuns(db, KIND)) === 0 ? 'all' : runId)
  })
}
