import { z } from 'zod'
import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { affectedPointsOf } from '../affected-queries'
import { findWindowsByPart, getWorks } from '../queries'
import { findSupplyPlaces } from '../supply-places'
import type { Poster, PosterOptions } from './poster'

/** As many sheets as one file holds: more of them take minutes to lay out, and nobody prints them at once. */
export const MOST_SHEETS = 500

const buildings = z.array(z.object({ street: z.string(), number: z.number(), suffix: z.string() }))

async function findBuildings(db: Db, works: { id: number; version: number; isFrozen: boolean }) {
  const points = await affectedPointsOf(db, works.id, works.version, works.isFrozen)
  const rows = await db.$queryRaw`
    SELECT DISTINCT street.label AS street, address.number, address.suffix
    FROM works_part
    JOIN ${points} point ON point.part_id = works_part.id
    JOIN service_point ON service_point.id = point.service_point_id
    JOIN address ON address.id = service_point.address_id
    JOIN street ON street.id = address.street_id
    WHERE works_part.works_id = ${works.id} AND works_part.version = ${works.version}
    ORDER BY street, address.number, address.suffix`
  return buildings.parse(rows)
}

const wording = z.record(z.string(), z.string())

/**
 * What a printed notice of works says, with the buildings that it is for. Throws `not_found`, and `bad_input` where a sheet for each building
 * would be more than 500.
 */
export async function getPoster(actor: Actor, reference: string, per: PosterOptions['per']): Promise<Poster> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const works = await getWorks(db, reference)
  const facts = await db.works.findUniqueOrThrow({
    where: { id: works.id },
    select: { reason: true, advice: true, contact: true, type: { select: { wording: true } } },
  })
  const found = await findBuildings(db, works)
  if (per === 'building' && found.length > MOST_SHEETS) throw badInput('poster_too_many', 'per', { count: found.length, max: MOST_SHEETS })
  const windows = (await findWindowsByPart(db, works.id, works.version)).flat()
  const spans = new Map(windows.map(({ start, end }) => [`${start.toISOString()} ${end.toISOString()}`, { start, end }]))
  return {
    ...{ reference: works.reference, service: works.service, state: works.state },
    ...{ reason: facts.reason, advice: facts.advice, contact: facts.contact },
    wording: wording.parse(facts.type?.wording ?? {}),
    windows: [...spans.values()]
      .toSorted((a, b) => a.start.getTime() - b.start.getTime())
      .map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() })),
    supplyPlaces: await findSupplyPlaces(db, works.id),
    buildings: found.map(({ street, number, suffix }) => `${street} ${formatHouseNumber({ number, suffix })}`),
    streets: [...new Set(found.map(({ street }) => street))],
  }
}
