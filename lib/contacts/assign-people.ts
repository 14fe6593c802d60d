import type { Db } from '@/lib/db/client'
import { IS_CLAIM } from './queries'

/** People who are there already: whoever stands behind a known contact, confirmed ones first. */
async function reuseContacts(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.contact s SET contact_id = known.id, person_id = known.person_id
    FROM (
      SELECT DISTINCT ON (channel, value) channel, value, id, person_id FROM contact
      WHERE NOT ${IS_CLAIM} ORDER BY channel, value, state <> 'confirmed', id
    ) known
    WHERE s.run_id = ${runId}::int AND (s.channel, s.value) = (known.channel, known.value)`
}

/**
 * The holder's contacts of one account are one person's, and so are those of two accounts that share a contact. Each contact has a home, the first
 * account that names it, and each account a root, the first home among its contacts; all of one root are one person: the account's holder, else
 * whoever a known contact belongs to, else somebody new.
 */
async function assignHolders(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    WITH held AS (
      SELECT line, account_id, contact_id, person_id, min(account_id) OVER (PARTITION BY channel, value) AS home
      FROM staging.contact WHERE run_id = ${runId}::int AND role = 'holder' AND account_id IS NOT NULL
    ), root AS (
      SELECT account_id, min(home) AS root FROM held GROUP BY account_id
    ), person_of_root AS MATERIALIZED (
      SELECT r.root, coalesce(min(a.holder_id), min(h.person_id), nextval(pg_get_serial_sequence('person', 'id'))::int) AS person_id
      FROM held h JOIN root r ON r.account_id = h.home JOIN account a ON a.id = h.account_id
      GROUP BY r.root
    ), added AS (
      INSERT INTO person (id) SELECT person_id FROM person_of_root p WHERE NOT EXISTS (SELECT 1 FROM person WHERE person.id = p.person_id)
    )
    UPDATE staging.contact s SET person_id = p.person_id
    FROM held h JOIN root r ON r.account_id = h.home JOIN person_of_root p USING (root)
    WHERE s.run_id = ${runId}::int AND s.line = h.line AND s.contact_id IS NULL`
}

/** Everybody else, neighbours and building managers, is one new person for each contact. */
async function addPeople(db: Db, runId: number): Promise<void> {
  await db.$executeRaw`
    UPDATE staging.contact s SET person_id = known.person_id
    FROM (
      SELECT channel, value, min(person_id) AS person_id FROM staging.contact
      WHERE run_id = ${runId}::int AND person_id IS NOT NULL GROUP BY 1, 2
    ) known
    WHERE s.run_id = ${runId}::int AND s.person_id IS NULL AND (s.channel, s.value) = (known.channel, known.value)`
  await db.$executeRaw`
    WITH stranger AS MATERIALIZED (
      SELECT channel, value, nextval(pg_get_serial_sequence('person', 'id'))::int AS person_id
      FROM staging.contact WHERE run_id = ${runId}::int AND person_id IS NULL GROUP BY 1, 2
    ), added AS (
      INSERT INTO person (id) SELECT person_id FROM stranger
    )
    UPDATE staging.contact s SET person_id = stranger.person_id
    FROM stranger
    WHERE s.run_id = ${runId}::int AND (s.channel, s.value) = (stranger.channel, stranger.value)`
}

/** Says of every staged contact whose it is, in `person_id`, adding people where nobody is known. */
export async function assignPeople(db: Db, runId: number): Promise<void> {
  await reuseContacts(db, runId)
  await assignHolders(db, runId)
  await addPeople(db, runId)
}
