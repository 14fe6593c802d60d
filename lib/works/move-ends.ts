import type { Db } from '@/lib/db/client'
import { findWindowsByPart, type LockedWorks } from './queries'
import type { StoredWindow } from './works'

/** A window whose end moves. */
export interface MovedEnd {
  windowId: number
  end: Date
}

/** The windows of the new version, each by the id of the one that it took the place of. */
export type NewWindows = ReadonlyMap<number, StoredWindow>

/**
 * Writes the next version of works, in which some windows end at another time. Areas and affected points are those of the version before:
 * who was cut off is known, and stays evidence.
 */
export async function moveEnds(db: Db, works: LockedWorks, moved: MovedEnd[]): Promise<NewWindows> {
  const { id, version } = works
  await db.$executeRaw`
    WITH copied AS (
      INSERT INTO works_part (works_id, version, position, selection, area, outline)
      SELECT works_id, version + 1, position, selection, area, outline FROM works_part WHERE works_id = ${id} AND version = ${version}
      RETURNING id, position
    ), pair AS (
      SELECT works_part.id AS old_id, copied.id AS new_id
      FROM works_part JOIN copied ON copied.position = works_part.position
      WHERE works_part.works_id = ${id} AND works_part.version = ${version}
    ), spans AS (
      INSERT INTO works_window (part_id, starts_at, ends_at)
      SELECT pair.new_id, works_window.starts_at, coalesce(moved.ends_at, works_window.ends_at)
      FROM pair JOIN works_window ON works_window.part_id = pair.old_id
      LEFT JOIN unnest(${moved.map(({ windowId }) => windowId)}::int[], ${moved.map(({ end }) => end)}::timestamptz[]) AS moved (id, ends_at)
        ON moved.id = works_window.id
    )
    INSERT INTO affected_point (part_id, service_point_id)
    SELECT pair.new_id, affected_point.service_point_id FROM pair JOIN affected_point ON affected_point.part_id = pair.old_id`
  await db.works.update({ where: { id }, data: { version: version + 1 } })
  const before = await findWindowsByPart(db, id, version)
  const after = await findWindowsByPart(db, id, version + 1)
  return new Map(before.flatMap((part, position) => part.map((window, index) => [window.id, after[position]?.[index] ?? window] as const)))
}
