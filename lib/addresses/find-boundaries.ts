import { type Db, database } from '@/lib/db/client'
import type { BoundaryKind } from '@/lib/db/generated/enums'
import type { Boundary } from './boundary'
import { normaliseStreet } from './normalise-street'

export interface BoundaryFilter {
  ids?: readonly number[]
  kind?: BoundaryKind
  /** Words of the name, in any order, with or without accents; the last may be unfinished. */
  text?: string
}

function hasWords(name: string, words: readonly string[]): boolean {
  const known = normaliseStreet(name).split(' ')
  return words.every((word) => known.some((other) => other.startsWith(word)))
}

/** The boundaries that fit, without their outlines, by kind and name. */
export async function findBoundaries(db: Db = database(), { ids, kind, text = '' }: BoundaryFilter = {}): Promise<Boundary[]> {
  const rows = await db.boundary.findMany({
    where: { ...(ids && { id: { in: [...ids] } }), ...(kind && { kind }) },
    select: { id: true, kind: true, service: true, name: true, code: true, municipalityId: true, municipality: { select: { name: true } } },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
  const words = normaliseStreet(text).split(' ').filter(Boolean)
  return rows
    .filter(({ name }) => hasWords(name, words))
    .map(({ municipality, ...row }) => ({ ...row, municipality: municipality?.name ?? null }))
}
