import type { PGlite, Transaction } from '@electric-sql/pglite'

/** What a database is after its migrations, and must be again for the next file of tests. */
export interface FreshState {
  /** Of everything that DDL and settings make: differs when a test has left any of it otherwise. */
  fingerprint: string
  /** The rows that the migrations wrote, as the text of a row, by table. */
  rows: Map<string, string[]>
  sequences: Array<{ name: string; value: string; isCalled: boolean }>
}

/** Catalogues in which whatever a test makes, drops or alters leaves a trace, each with whose rows it holds. */
const CATALOGUES: Record<string, string> = {
  pg_attrdef: 'adrelid',
  pg_attribute: 'attrelid',
  pg_authid: 'oid',
  pg_class: 'oid',
  pg_db_role_setting: 'setdatabase',
  pg_enum: 'enumtypid',
  pg_event_trigger: 'oid',
  pg_extension: 'oid',
  pg_namespace: 'oid',
  pg_policy: 'oid',
  pg_proc: 'oid',
  pg_rewrite: 'ev_class',
  pg_sequence: 'seqrelid',
  pg_statistic_ext: 'oid',
  pg_type: 'oid',
}

/** Where objects begin that are not PostgreSQL's own. */
const FIRST_OBJECT = 16_384

/** What emptying, filling and analysing a table changes in pg_class, and what is only a hint there: once true it stays so. */
const CHANGING = [
  ...['relfilenode', 'relpages', 'reltuples', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid'],
  ...['relhasindex', 'relhasrules', 'relhastriggers', 'relhassubclass'],
]
const LASTING = `(to_jsonb(entry) - ARRAY[${CHANGING.map((column) => `'${column}'`)}])::text`

/** What a large import takes away and makes anew is compared by what it says, not by its identity: indexes, foreign keys and the triggers behind them. */
const DEFINITIONS: Record<string, string> = {
  pg_index: 'concat(pg_get_indexdef(indexrelid), indisvalid, indisready)',
  pg_constraint: 'concat(conrelid, conname, pg_get_constraintdef(oid), convalidated)',
  pg_trigger: 'concat(tgrelid, tgfoid, tgenabled, CASE WHEN NOT tgisinternal THEN pg_get_triggerdef(oid) END)',
}

const NOT_OF_INDEXES: Record<string, string> = {
  pg_attribute: 'attrelid NOT IN (SELECT indexrelid FROM pg_index)',
  pg_class: "relkind <> 'i'",
}

const FINGERPRINT = [
  ...Object.entries(CATALOGUES).map(
    ([name, owner]) => `
      SELECT '${name}' AS name, sum(hashtextextended(${name === 'pg_class' ? LASTING : 'entry::text'}, 0))::text AS sum FROM ${name} entry
      WHERE (${owner} >= ${FIRST_OBJECT} OR '${name}' IN ('pg_authid', 'pg_db_role_setting')) AND ${NOT_OF_INDEXES[name] ?? true}`,
  ),
  ...Object.entries(DEFINITIONS).map(([name, said]) => `SELECT '${name}', sum(hashtextextended(${said}, 0))::text FROM ${name}`),
  // Loading an extension's library adds settings that nobody has set.
  `SELECT 'settings', sum(hashtextextended(name || '=' || setting, 0))::text FROM pg_settings WHERE source <> 'default'`,
].join(' UNION ALL ')

/** Tables of ours: an extension's own are left alone. */
const TABLES = `
  SELECT class.oid::regclass::text AS name,
    (SELECT string_agg(quote_ident(attname), ',' ORDER BY attnum) FROM pg_attribute
     WHERE attrelid = class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
  FROM pg_class class
  WHERE relkind IN ('r', 'p') AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = class.oid AND deptype = 'e')
  ORDER BY class.oid`

interface Table {
  name: string
  columns: string
}

type Connection = Pick<Transaction, 'query' | 'exec'>

async function findTables(database: Connection): Promise<Table[]> {
  return (await database.query<Table>(TABLES)).rows
}

async function takeFingerprint(database: Connection): Promise<string> {
  const { rows } = await database.query<{ name: string; sum: string }>(FINGERPRINT)
  return rows.map(({ name, sum }) => `${name} ${sum}`).join('\n')
}

async function readRows(database: Connection): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const { name } of await findTables(database)) {
    const { rows } = await database.query<{ row: string }>(`SELECT entry::text AS row FROM ${name} entry`)
    if (rows.length > 0)
      found.set(
        name,
        rows.map(({ row }) => row),
      )
  }
  return found
}

async function readSequences(database: Connection): Promise<FreshState['sequences']> {
  const { rows } = await database.query<{ name: string; value: string; isCalled: boolean }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, coalesce(last_value, start_value)::text AS value, last_value IS NOT NULL AS "isCalled"
     FROM pg_sequences`,
  )
  return rows
}

/** Takes down what a database that was just migrated is like. */
export async function readFreshState(database: PGlite): Promise<FreshState> {
  await database.exec('DISCARD ALL')
  return { fingerprint: await takeFingerprint(database), rows: await readRows(database), sequences: await readSequences(database) }
}

async function empty(database: Connection): Promise<void> {
  const tables = await findTables(database)
  const filled = tables.map(({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT FROM ${name})`).join(' UNION ALL ')
  const { rows } = await database.query<{ name: string }>(filled)
  if (rows.length > 0) await database.exec(`TRUNCATE ${rows.map(({ name }) => name)} CASCADE`)
  // What was analysed would make other plans.
  await database.exec(`DELETE FROM pg_statistic WHERE starelid IN (${tables.map(({ name }) => `'${name}'::regclass`)})`)
}

async function putBack(database: Connection, { rows, sequences }: FreshState): Promise<void> {
  for (const { name, columns } of await findTables(database)) {
    const values = columns.split(',').map((column) => `(entry::${name}).${column}`)
    const insert = `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM unnest($1::text[]) entry`
    if (rows.has(name)) await database.query(insert, [rows.get(name)])
  }
  const values = sequences.map(({ name, value, isCalled }) => `setval('${name}', ${value}, ${isCalled})`)
  await database.exec(`SELECT ${values}`)
}

/**
 * Makes a database what it was after its migrations: no session state, no rows but theirs, every sequence where they left it.
 * Returns false, and changes nothing, where a test has changed more than rows: then only a new database will do.
 */
export async function makeFresh(database: PGlite, state: FreshState): Promise<boolean> {
  await database.exec('ROLLBACK')
  await database.exec('DISCARD ALL')
  if ((await takeFingerprint(database)) !== state.fingerprint) return false
  await database.transaction(async (transaction) => {
    // No trigger refuses, follows or checks anything.
    await transaction.exec('SET LOCAL session_replication_role = replica')
    await empty(transaction)
    await putBack(transaction, state)
  })
  return true
}
