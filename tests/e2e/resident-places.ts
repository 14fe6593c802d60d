import { askDatabase } from './demo-database'

/** Addresses of the demo town where supply is off now, will be, and where nothing is planned; and works that are to come. */
export interface ResidentPlaces {
  running: number
  coming: number
  clear: number
  reference: string
}

/** An address of each kind, at the demo's own clock: by windows, as pages tell it, since works stay `ended` when a test has moved the clock and put it back. */
export async function findResidentPlaces(): Promise<ResidentPlaces> {
  const [places] = await askDatabase<ResidentPlaces>(`
    WITH clock AS (SELECT now() + coalesce((SELECT offset_ms FROM installation_clock), 0) * interval '1 millisecond' AS now),
    hit AS (
      SELECT DISTINCT service_point.address_id, works.reference, works_window.starts_at <= clock.now AS is_running
      FROM clock, works
      JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
      JOIN works_window ON works_window.part_id = works_part.id
      JOIN affected_point ON affected_point.part_id = works_part.id
      JOIN service_point ON service_point.id = affected_point.service_point_id
      WHERE works.published_at IS NOT NULL AND works.state <> 'cancelled' AND works_window.ends_at > clock.now
    )
    SELECT (SELECT address_id FROM hit WHERE is_running ORDER BY 1 LIMIT 1) AS running,
           (SELECT address_id FROM hit WHERE NOT is_running AND address_id NOT IN (SELECT address_id FROM hit WHERE is_running) ORDER BY 1 LIMIT 1) AS coming,
           (SELECT id FROM address WHERE id NOT IN (SELECT address_id FROM hit WHERE address_id IS NOT NULL) ORDER BY id LIMIT 1) AS clear,
           (SELECT min(reference) FROM hit WHERE NOT is_running) AS reference`)
  if (!places?.running || !places.coming || !places.clear) throw new Error('The demo town lacks an address of each kind.')
  return places
}
