import type { z } from 'zod'
import { findBoundaries } from '@/lib/addresses/find-boundaries'
import { resolveStreetList } from '@/lib/addresses/resolve-street-list'
import type { StreetListPiece, StreetSelection } from '@/lib/addresses/street-list'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError, badInput } from '@/lib/errors'
import type { SegmentRange, TraceRequest } from '@/lib/network/network'
import { traceNetwork } from '@/lib/network/trace-network'
import { prepareArea } from './prepare-area'
import { isEmptySelection, type ResolvedSelection, type selectionInput } from './selection'

type Input = z.output<typeof selectionInput>

/** What keeps a list of streets from being taken, by its first piece that is not settled. */
function refuseStreets(unclear: ReadonlyArray<StreetListPiece>, [first]: readonly [StreetListPiece], field: string): AppError {
  if (first.problem) return badInput(first.problem.reason, field, first.problem.params)
  const params = { count: unclear.length, line: first.line, text: first.text.slice(0, 80) }
  if (first.status === 'unknown') return badInput('streets_unknown', field, params)
  const streets = (first.choices ?? []).map(({ label, municipality }) => `${label}, ${municipality}`).join('; ')
  return badInput('streets_ambiguous', field, { ...params, streets })
}

async function resolveStreets(db: Db, text: string, choices: Record<string, number>, field: string): Promise<StreetSelection[]> {
  if (!text) return []
  const pieces = await resolveStreetList(db, text, { choices })
  const unclear = pieces.filter(({ status }) => status !== 'resolved')
  const [first] = unclear
  if (first) throw refuseStreets(unclear, [first], field)
  return pieces.flatMap(({ selection }) => selection ?? [])
}

async function requirePlaces(db: Db, ids: number[], field: string): Promise<number[]> {
  if (ids.length === 0) return ids
  const known = new Set((await findBoundaries(db, { ids })).map(({ id }) => id))
  const missing = ids.filter((id) => !known.has(id))
  if (missing.length > 0) throw badInput('places_unknown', field, { places: missing.slice(0, 5).join(', ') })
  return ids
}

async function requirePoints(db: Db, service: Service, codes: string[], field: string): Promise<string[]> {
  if (codes.length === 0) return codes
  const rows = await db.servicePoint.findMany({ where: { service, code: { in: codes } }, select: { code: true } })
  const known = new Set(rows.map(({ code }) => code))
  const missing = codes.filter((code) => !known.has(code))
  if (missing.length > 0) throw badInput('service_points_unknown', field, { count: missing.length, codes: missing.slice(0, 5).join(', ') })
  return codes
}

async function findCutSegments(db: Db, service: Service, request: TraceRequest, field: (name: string) => string): Promise<SegmentRange[]> {
  if (request.links.length === 0) return []
  try {
    return (await traceNetwork(db, service, request)).ranges
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.detail, field: field(error.detail.field ?? 'links') })
  }
}

/**
 * Understands every word of a selection for `service`. Throws `bad_input` below `at` ("parts.0") for whatever is empty, unknown, or fits
 * several places: nothing is guessed.
 */
export async function resolveSelection(db: Db, service: Service, input: Input, at: string): Promise<ResolvedSelection> {
  const field = (name: string) => (at ? `${at}.${name}` : name)
  if (isEmptySelection(input)) throw badInput('selection_empty', field('area'))
  const { links, stuck, feeding, streetChoices } = input
  return {
    area: input.area === undefined || input.area === null ? null : await prepareArea(db, input.area, field('area')),
    streets: await resolveStreets(db, input.streets, streetChoices, field('streets')),
    places: await requirePlaces(db, input.places, field('places')),
    exceptStreets: await resolveStreets(db, input.exceptStreets, streetChoices, field('exceptStreets')),
    exceptPlaces: await requirePlaces(db, input.exceptPlaces, field('exceptPlaces')),
    segments: await findCutSegments(db, service, { links, stuck, feeding }, field),
    add: await requirePoints(db, service, input.add, field('add')),
    remove: input.remove,
  }
}
