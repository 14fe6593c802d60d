import { addressesIn } from '@/lib/addresses/addresses-in-selections'
import { Prisma } from '@/lib/db/generated/client'
import type { Service } from '@/lib/db/generated/enums'
import type { ResolvedSelection } from './selection'

export interface PointsQuery {
  service: Service
  selection: Omit<ResolvedSelection, 'area'>
  /** The drawn area as SQL of a geometry in EPSG:4326, null where nothing was drawn. */
  area: Prisma.Sql | null
  /** Where the points are taken from: all of them, or a query that yields some. */
  from?: Prisma.Sql
}

function inBoundaries(ids: number[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM boundary WHERE boundary.id = ANY (${ids}::int[]) AND ST_Intersects(point.geom, boundary.geom))`
}

/** One query for each way in which the selection names points: together they name them all. */
function branches({ selection, area, service }: PointsQuery, source: Prisma.Sql): Prisma.Sql[] {
  const points = Prisma.sql`SELECT point.id, point.units FROM ${source} point WHERE point.service = ${service}::service`
  const found: Prisma.Sql[] = []
  if (area) found.push(Prisma.sql`${points} AND ST_Intersects(point.geom, ${area})`)
  if (selection.streets.length > 0) {
    found.push(Prisma.sql`
      SELECT point.id, point.units FROM ${addressesIn(selection.streets)} listed JOIN ${source} point ON point.address_id = listed.address_id
      WHERE point.service = ${service}::service`)
  }
  if (selection.places.length > 0) {
    found.push(Prisma.sql`
      SELECT point.id, point.units FROM boundary JOIN ${source} point ON ST_Intersects(point.geom, boundary.geom)
      WHERE boundary.id = ANY (${selection.places}::int[]) AND point.service = ${service}::service`)
  }
  if (selection.segments.length > 0) {
    const [first, last] = [selection.segments.map(([from]) => from), selection.segments.map(([, to]) => to)]
    found.push(Prisma.sql`
      SELECT point.id, point.units FROM unnest(${first}::int[], ${last}::int[]) AS cut (first, last)
      JOIN ${source} point ON point.service = ${service}::service AND point.segment BETWEEN cut.first AND cut.last`)
  }
  return found
}

function exceptions({ selection }: PointsQuery): Prisma.Sql[] {
  const found: Prisma.Sql[] = []
  if (selection.exceptStreets.length > 0) {
    const streets = addressesIn(selection.exceptStreets)
    found.push(Prisma.sql`NOT EXISTS (SELECT FROM ${streets} listed WHERE listed.address_id = point.address_id)`)
  }
  if (selection.exceptPlaces.length > 0) found.push(Prisma.sql`NOT ${inBoundaries(selection.exceptPlaces)}`)
  if (selection.remove.length > 0) found.push(Prisma.sql`point.code <> ALL (${selection.remove}::text[])`)
  return found
}

/** The service points of a selection as a query that yields `id` and `units` once for each. */
export function selectedPoints(query: PointsQuery): Prisma.Sql {
  const { service, selection, from } = query
  const source = from ? Prisma.sql`(${from})` : Prisma.sql`service_point`
  const named = branches(query, source)
  const excepted = exceptions(query)
  const added = Prisma.sql`SELECT point.id, point.units FROM ${source} point WHERE point.service = ${service}::service AND point.code = ANY (${selection.add}::text[])`
  const [only, ...more] = named
  if (!only) return added
  if (
    more.length === 0 &&
    excepted.length === 0 &&
    selection.add.length === 0 &&
    selection.streets.length === 0 &&
    selection.places.length < 2
  )
    return only
  const all = Prisma.join(named, ' UNION ')
  const kept =
    excepted.length === 0
      ? all
      : Prisma.sql`SELECT point.id, point.units FROM (${all}) hit JOIN ${source} point ON point.id = hit.id WHERE ${Prisma.join(excepted, ' AND ')}`
  return Prisma.sql`${kept} UNION ${added}`
}
