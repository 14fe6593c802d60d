import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { postgis } from '@electric-sql/pglite-postgis'

/** Opens the database in a folder, or makes it there, with the extensions that the schema needs. */
export function createPglite(folder) {
  return PGlite.create({ dataDir: folder, extensions: { postgis, pg_trgm } })
}
