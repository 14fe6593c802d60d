import { askDatabase } from './demo-database'

export interface ComingPlace {
  addressId: number
  /** How people would write it. */
  label: string
  reference: string
}

/** An address that works of the demo will touch, whichever of them other tests have moved or ended by now. */
export async function findComingPlace(): Promise<ComingPlace> {
  const [place] = await askDatabase<ComingPlace>(`
    SELECT address.id AS "addressId", street.label || ' ' || address.number AS label, works.reference
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
    JOIN works_window ON works_window.part_id = works_part.id
    JOIN affected_point ON affected_point.part_id = works_part.id
    JOIN service_point ON service_point.id = affected_point.service_point_id
    JOIN address ON address.id = service_point.address_id AND address.suffix = ''
    JOIN street ON street.id = address.street_id
    WHERE works.state = 'published'
      AND works_window.starts_at > now() + coalesce((SELECT offset_ms FROM installation_clock), 0) * interval '1 millisecond'
    ORDER BY works_window.starts_at DESC, address.id LIMIT 1`)
  if (!place) throw new Error('Nothing is to come in the demo town.')
  return place
}
