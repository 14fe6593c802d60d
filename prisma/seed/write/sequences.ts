import type { Db } from '@/lib/db/client'

/** Rows of these tables came with ids of their own: lets the next ones follow after them. */
export async function advanceSequences(db: Db): Promise<void> {
  await db.$queryRaw`
    SELECT setval(pg_get_serial_sequence('municipality', 'id'), (SELECT max(id) FROM municipality)),
           setval(pg_get_serial_sequence('street', 'id'), (SELECT max(id) FROM street)),
           setval(pg_get_serial_sequence('address', 'id'), (SELECT max(id) FROM address)),
           setval(pg_get_serial_sequence('service_point', 'id'), (SELECT max(id) FROM service_point)),
           setval(pg_get_serial_sequence('person', 'id'), (SELECT max(id) FROM person)),
           setval(pg_get_serial_sequence('account', 'id'), (SELECT max(id) FROM account)),
           setval(pg_get_serial_sequence('contact', 'id'), (SELECT max(id) FROM contact))`
}
