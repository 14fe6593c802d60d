import { PrismaPg } from '@prisma/adapter-pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

/** A transaction waits this long, in milliseconds, for its turn (the embedded database takes them one by one), and may last so long. */
const TRANSACTION = { maxWait: 30_000, timeout: 600_000 }

/** PostgreSQL overrates what PostGIS functions cost, and would compile queries of milliseconds for hundreds of them. */
const OPTIONS = '-c jit=off'

function createClient(): PrismaClient {
  // A line that swallows everything is noticed by and by, instead of never.
  const adapter = new PrismaPg({ connectionString: env().DATABASE_URL, options: OPTIONS, keepAlive: true })
  return new PrismaClient({ adapter, transactionOptions: TRANSACTION })
}

// Kept on globalThis, so that a hot reload in development does not open a second pool.
const store = globalThis as typeof globalThis & { preavvisoDatabase?: PrismaClient }

/** The process's one database client, opened at first use. */
export function database(): PrismaClient {
  store.preavvisoDatabase ??= createClient()
  return store.preavvisoDatabase
}

/** What a query needs: the client, or the transaction that it is part of. */
export type Db = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** Runs `work` in one transaction: all of it happens, or none. */
export function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return database().$transaction(work)
}

/** Closes the pool at the end of a script. */
export async function closeDatabase(): Promise<void> {
  await store.preavvisoDatabase?.$disconnect()
  delete store.preavvisoDatabase
}
