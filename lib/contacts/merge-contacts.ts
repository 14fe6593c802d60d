import type { Db } from '@/lib/db/client'
import type { ImportCounts } from '@/lib/imports/imports'
import { assignPeople } from './assign-people'
import { leaveOutRefused } from './refusals'

async function setHolders(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE account a SET holder_id = staged.person_id
    FROM (
      SELECT account_id, min(person_id) AS person_id FROM staging.contact
      WHERE run_id = ${runId}::int AND role = 'holder' AND account_id IS NOT NULL GROUP BY 1
    ) staged
    WHERE a.id = staged.account_id AND a.holder_id IS NULL`
}

/**
 * Where somebody said STOP at an end that is nobody's contact yet, it holds for whoever has it now. What its own person only claimed so far, the file
 * vouches for.
 */
async function insertContacts(db: Db, runId: number, language: string, now: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO contact (person_id, channel, value, language, state, confirmed_at)
    SELECT DISTINCT ON (s.channel, s.value) s.person_id, s.channel, s.value, coalesce(s.language, ${language}), coalesce(closed.state, s.state),
      CASE WHEN s.state = 'confirmed' THEN ${now}::timestamptz END
    FROM staging.contact s
    LEFT JOIN (SELECT DISTINCT channel, value, state FROM contact WHERE state = 'opted_out') closed USING (channel, value)
    WHERE s.run_id = ${runId}::int AND s.contact_id IS NULL
    ORDER BY s.channel, s.value, s.line
    ON CONFLICT (person_id, channel, value) DO UPDATE SET
      language = excluded.language, may_sign_in = true,
      state = CASE WHEN contact.state = 'unconfirmed' THEN excluded.state ELSE contact.state END,
      confirmed_at = coalesce(contact.confirmed_at, excluded.confirmed_at)`
}

/** A file may confirm a contact, but never takes back what its owner did: opted out stays opted out. */
async function updateContacts(db: Db, runId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    WITH changed AS (
      UPDATE contact c
      SET language = next.language, state = next.state,
        confirmed_at = CASE WHEN next.state = 'confirmed' THEN coalesce(c.confirmed_at, ${now}::timestamptz) ELSE c.confirmed_at END
      FROM (
        SELECT DISTINCT ON (c.id) c.id, coalesce(s.language, c.language) AS language,
          CASE WHEN c.state = 'unconfirmed' THEN s.state ELSE c.state END AS state
        FROM staging.contact s JOIN contact c ON c.id = s.contact_id
        WHERE s.run_id = ${runId}::int ORDER BY c.id, s.line
      ) next
      WHERE c.id = next.id AND (c.language, c.state) IS DISTINCT FROM (next.language, next.state)
      RETURNING c.id
    )
    UPDATE staging.contact s SET outcome = 'changed' FROM changed WHERE s.run_id = ${runId}::int AND s.contact_id = changed.id`
}

async function updateSubscriptions(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    WITH changed AS (
      UPDATE subscription u SET role = s.role
      FROM staging.contact s
      WHERE s.run_id = ${runId}::int AND u.contact_id = s.contact_id AND u.role <> s.role
        AND (u.account_id = s.account_id OR u.address_id = s.address_id)
      RETURNING s.line
    )
    UPDATE staging.contact s SET outcome = 'changed' FROM changed WHERE s.run_id = ${runId}::int AND s.line = changed.line`
}

async function insertSubscriptions(db: Db, runId: number, now: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.contact s SET contact_id = c.id
    FROM contact c
    WHERE s.run_id = ${runId}::int AND s.contact_id IS NULL AND (c.person_id, c.channel, c.value) = (s.person_id, s.channel, s.value)`
  await db.$executeRaw`
    WITH added AS (
      INSERT INTO subscription (contact_id, account_id, address_id, role, created_at)
      SELECT contact_id, account_id, address_id, role, ${now}::timestamptz FROM staging.contact WHERE run_id = ${runId}::int ORDER BY line
      ON CONFLICT DO NOTHING
      RETURNING contact_id, account_id, address_id
    )
    UPDATE staging.contact s SET outcome = 'new' FROM added
    WHERE s.run_id = ${runId}::int AND s.contact_id = added.contact_id AND s.account_id IS NOT DISTINCT FROM added.account_id
      AND s.address_id IS NOT DISTINCT FROM added.address_id`
}

async function countOutcomes(db: Db, runId: number): Promise<Omit<ImportCounts, 'leftOut'>> {
  const [counts] = await db.$queryRaw<[ImportCounts]>`
    SELECT count(*) FILTER (WHERE outcome = 'new')::int AS new, count(*) FILTER (WHERE outcome = 'changed')::int AS changed,
      count(*) FILTER (WHERE outcome = 'unchanged')::int AS unchanged
    FROM staging.contact WHERE run_id = ${runId}::int`
  return counts
}

/**
 * Brings the staged contacts in, with what they want to hear about. Those who are new and name no language get `language`. A row is new where its
 * contact did not follow its account or address yet, and left out where it left it by its own will.
 */
export async function mergeContacts(db: Db, runId: number, language: string, now: Date): Promise<ImportCounts> {
  await db.$executeRaw`LOCK TABLE person, contact, subscription IN SHARE ROW EXCLUSIVE MODE`
  const leftOut = await leaveOutRefused(db, runId)
  await assignPeople(db, runId)
  await setHolders(db, runId)
  await updateContacts(db, runId, now)
  await insertContacts(db, runId, language, now)
  await updateSubscriptions(db, runId)
  await insertSubscriptions(db, runId, now)
  await db.$executeRaw`ANALYZE contact`
  await db.$executeRaw`ANALYZE subscription`
  return { ...(await countOutcomes(db, runId)), leftOut }
}
