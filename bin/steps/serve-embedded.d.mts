import type { PGlite } from '@electric-sql/pglite'

export interface EmbeddedServer {
  /** Takes no more clients, and waits for the message that is being answered. */
  stop: () => Promise<void>
}

export function serveEmbedded(database: PGlite, socketPath: string): Promise<EmbeddedServer>
