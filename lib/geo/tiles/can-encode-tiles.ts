import type { Db } from '@/lib/db/client'

let answer: Promise<boolean> | undefined

async function ask(db: Db): Promise<boolean> {
  const rows = await db.$queryRaw<Array<{ version: string | null }>>`SELECT postgis_libprotobuf_version() AS version`
  return Boolean(rows[0]?.version)
}

/** Whether this database's PostGIS writes vector tiles itself (the embedded one cannot). Asked once in a process's life. */
export function canEncodeTiles(db: Db): Promise<boolean> {
  answer ??= ask(db).catch((error: unknown) => {
    answer = undefined
    throw error
  })
  return answer
}
