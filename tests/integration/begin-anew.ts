import { database } from '@/lib/db/client'
import { createUtility } from './factories'

/** What createUtility writes. */
const UTILITY = ['utility', 'notice_plan', 'contact', 'subscription', 'person']

/**
 * Empties tables and whatever refers to them, as TRUNCATE … CASCADE does, but row by row: to give two hundred files of all but empty tables new ones takes longer
 * than most tests. No trigger hears of it.
 */
async function emptyTables(tables: string[]): Promise<void> {
  await database().$executeRawUnsafe(`
    DO $$
    DECLARE hit regclass;
    BEGIN
      SET LOCAL session_replication_role = replica;
      FOR hit IN
        WITH RECURSIVE referring AS (
          SELECT unnest('{${tables}}'::regclass[]) AS oid
          UNION SELECT conrelid FROM pg_constraint JOIN referring ON confrelid = referring.oid
        )
        SELECT oid FROM referring
      LOOP
        EXECUTE format('DELETE FROM %s', hit);
      END LOOP;
    END $$`)
}

/** A utility that is new, with these tables and its own empty. */
export async function beginAnew(...tables: string[]): Promise<void> {
  await emptyTables([...tables, ...UTILITY])
  await createUtility()
}
