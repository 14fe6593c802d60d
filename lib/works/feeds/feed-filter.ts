import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { SERVICES } from '../works'

/** West, south, east and north in degrees, as RFC 7946 has them. */
export type Bounds = [west: number, south: number, east: number, north: number]

/** Longitudes may go over 180 degrees in neither direction: nobody here lives there. */
const degrees = (max: number) => z.coerce.number().min(-max).max(max)
const bounds = z.tuple([degrees(180), degrees(90), degrees(180), degrees(90)])

const filter = z.object({
  service: z.enum(SERVICES).optional(),
  municipality: line(1, 80).optional(),
  bbox: z
    .string()
    .transform((text) => bounds.safeParse(text.split(',').map((part) => part.trim() || 'nothing')).data)
    .refine((box) => box !== undefined && box[0] <= box[2] && box[1] <= box[3], { params: { reason: 'bbox_wrong' } })
    .optional(),
})

/** Which works are asked for: of one service, in one municipality (by its name), where a box touches their area. */
export type FeedFilter = z.infer<typeof filter>

/** Reads a filter from a query. Throws `bad_input`: a filter that is only half understood would hide works. */
export function readFeedFilter(query: URLSearchParams): FeedFilter {
  const given = ['service', 'municipality', 'bbox'].flatMap((name) => {
    const value = query.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return parseInput(filter, Object.fromEntries(given))
}

/** Throws `bad_input` where the municipality is not known: an empty answer would be read as "nothing planned there". */
export async function requireMunicipality(db: Db, { municipality }: FeedFilter): Promise<void> {
  if (municipality === undefined) return
  const known = await db.municipality.count({ where: { name: { equals: municipality, mode: 'insensitive' } } })
  if (known === 0) throw badInput('municipality_unknown', 'municipality')
}
