import { z } from 'zod'
import { database } from '@/lib/db/client'

/** So long, in milliseconds, a process takes the revisions it read for those of now. */
const FRESH = 1_500

const revisions = z.array(z.object({ subject: z.string(), revision: z.string() }))

let known: { revisions: Promise<Map<string, string>>; readAt: number } | undefined

/** Works have no marks: the few that are shown, with their versions, say whether one was published, moved or ended. */
async function readRevisions(): Promise<Map<string, string>> {
  const rows = await database().$queryRaw`
    SELECT layer AS subject, sum(mark)::text AS revision FROM tile_change GROUP BY layer
    UNION ALL
    SELECT 'works', coalesce(md5(string_agg(concat_ws(' ', id, version, revision, state), ',' ORDER BY id)), '')
    FROM works WHERE state IN ('published', 'running')`
  return new Map(revisions.parse(rows).map(({ subject, revision }) => [subject, revision]))
}

/**
 * The revisions of what may change, by subject, as of now or of at most 1.5 seconds ago: another text when somebody changed it, in whatever process.
 * Whoever asks while they are being read gets the same answer.
 */
export function currentRevisions(): Promise<Map<string, string>> {
  if (known && performance.now() - known.readAt < FRESH) return known.revisions
  const reading = readRevisions()
  const current = { revisions: reading, readAt: performance.now() }
  known = current
  reading.catch(() => {
    if (known === current) known = undefined
  })
  return reading
}
