import type { MultiPolygon } from 'geojson'
import { database } from '@/lib/db/client'
import { findPublicRows, type PublicWorksRow } from './public-queries'
import { worksNotFound } from './queries'
import type { PublicWorks } from './works'

/** A row as anyone may read it at `now`; windows in order. */
export function toPublicWorks({ area, windows, ...row }: PublicWorksRow, now: Date): PublicWorks {
  return {
    ...row,
    windows: windows.toSorted((a, b) => a.start.localeCompare(b.start)),
    area: area ? (JSON.parse(area) as MultiPolygon) : null,
    asOf: now.toISOString(),
  }
}

/** Published works, also ended and cancelled ones. Anyone may ask. Throws `not_found`, for drafts too. */
export async function getPublicWorks(reference: string, now: Date): Promise<PublicWorks> {
  const [row] = await findPublicRows(database(), { references: [reference] })
  if (!row) throw worksNotFound(reference)
  return toPublicWorks(row, now)
}
