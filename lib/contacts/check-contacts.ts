import type { Db } from '@/lib/db/client'

async function rejectUnknownTargets(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT run_id, line, CASE WHEN account IS NULL THEN 'number' ELSE 'account' END,
      CASE WHEN account IS NULL THEN 'import_unknown_number' ELSE 'import_unknown_account' END
    FROM staging.contact WHERE run_id = ${runId}::int AND account_id IS NULL AND address_id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT ${runId}::int, s.line, 'value', 'import_repeats_line', jsonb_build_object('line', s.first)
    FROM (
      SELECT line, min(line) OVER (PARTITION BY channel, value, account_id, address_id) AS first
      FROM staging.contact WHERE run_id = ${runId}::int AND num_nonnulls(account_id, address_id) = 1
    ) s
    WHERE s.line > s.first
    ON CONFLICT DO NOTHING`
}

/** One contact has one language, whichever of its rows one reads. */
async function rejectSecondLanguages(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT ${runId}::int, s.line, 'language', 'import_language_differs', jsonb_build_object('line', first.line)
    FROM (
      SELECT DISTINCT ON (channel, value) channel, value, line, language FROM staging.contact
      WHERE run_id = ${runId}::int ORDER BY channel, value, line
    ) first
    JOIN staging.contact s USING (channel, value)
    WHERE s.run_id = ${runId}::int AND s.language IS DISTINCT FROM first.language
    ON CONFLICT DO NOTHING`
}

/** Rejects the staged contacts that are wrong as a set: of an unknown account or address, repeated, or with two languages. */
export async function checkContacts(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`ANALYZE staging.contact`
  await rejectUnknownTargets(db, runId)
  await rejectRepeated(db, runId)
  await rejectSecondLanguages(db, runId)
}
