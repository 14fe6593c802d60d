import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { ImportProblem } from '@/lib/imports/imports'

const params = z.record(z.string(), z.union([z.string(), z.number()]))
const rows = z.array(z.object({ file: z.number(), line: z.number(), field: z.string(), reason: z.string(), params }))

/** A part that was rejected, with the file that says it. */
export interface RejectedPart extends ImportProblem {
  file: string
  /** Position of the file among those of the run. */
  position: number
}

/** Rejected parts in the order of files and lines, at most `limit` after the given one. */
export async function findRejectedParts(
  db: Db,
  runId: number,
  names: readonly string[],
  after: { position: number; line: number },
  limit: number,
): Promise<RejectedPart[]> {
  const found = await db.$queryRaw`
    SELECT file, line, field, reason, params FROM staging.rejected_row
    WHERE run_id = ${runId}::int AND (file, line) > (${after.position}::int, ${after.line}::int) ORDER BY file, line LIMIT ${limit}::int`
  return rows.parse(found).map(({ file: position, params: given, ...row }) => ({
    ...row,
    position,
    file: names[position] ?? '',
    // Another file's line is told with its name.
    params: typeof given.file === 'number' ? { ...given, file: names[given.file] ?? '' } : given,
  }))
}

/** The first rejected parts of a run. */
export function findNetworkProblems(db: Db, runId: number, names: readonly string[], limit: number): Promise<RejectedPart[]> {
  return findRejectedParts(db, runId, names, { position: 0, line: 0 }, limit)
}
