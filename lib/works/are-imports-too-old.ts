import { z } from 'zod'
import type { Db } from '@/lib/db/client'

const rows = z.array(z.object({ isTooOld: z.boolean() })).length(1)

/** Whether the last import is older at `now` than the utility allows (lib/utility/update-data-age.ts): then "nothing planned" would be a guess. */
export async function areImportsTooOld(db: Db, now: Date): Promise<boolean> {
  const found = await db.$queryRaw`
    SELECT EXISTS (
      SELECT FROM utility WHERE max_data_age_hours IS NOT NULL AND NOT EXISTS (
        SELECT FROM import_run WHERE finished_at >= ${now}::timestamptz - make_interval(hours => max_data_age_hours)
      )
    ) AS "isTooOld"`
  return rows.parse(found)[0]?.isTooOld ?? true
}
