import type { PGlite } from '@electric-sql/pglite'

export function createPglite(folder: string): Promise<PGlite>
