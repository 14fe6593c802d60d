import { placeJoins, UNKNOWN_PLACE } from '@/lib/addresses/place-joins'
import type { Db } from '@/lib/db/client'

async function rejectUnknownAccounts(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, 'account', 'import_unknown_account'
    FROM staging.contact s LEFT JOIN account a ON a.number = s.account
    WHERE s.run_id = ${runId}::int AND s.account IS NOT NULL AND a.id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectUnknownPlaces(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason)
    SELECT s.run_id, s.line, ${UNKNOWN_PLACE}
    FROM staging.contact s ${await placeJoins(db)}
    WHERE s.run_id = ${runId}::int AND s.account IS NULL AND address.id IS NULL
    ON CONFLICT DO NOTHING`
}

async function rejectRepeated(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.rejected_row (run_id, line, field, reason, params)
    SELECT ${runId}::int, s.line, 'value', 'import_repeats_line', jsonb_build_object('line', s.first)
    FROM (
      SELECT line, min(line) OVER (PARTITION BY channel, value, account, municipality_key, street_key, number, suffix) AS first
      FROM staging.contact WHERE run_id = ${runId}::int
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
  await rejectUnknownAccounts(db, runId)
  await rejectUnknownPlaces(db, runId)
  await rejectRepeated(db, runId)
  await rejectSecondLanguages(db, runId)
}
