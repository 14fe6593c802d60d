import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { parseInput } from '@/lib/parse-input'
import { SERVICES } from '@/lib/works/works'
import { resolveSelection } from './resolve-selection'
import { selectedPoints } from './selected-points'
import { isEmptySelection, selectionInput } from './selection'

const pointInput = selectionInput.extend({ service: z.enum(SERVICES), code: z.string().trim().min(1).max(80) })
export type PointQuestion = z.input<typeof pointInput>

const answerRow = z.tuple([z.object({ selected: z.boolean() })])

/** Whether a selection cuts the service point with this code. Throws `bad_input` for unclear words, as countAffected does. */
export async function isPointSelected(actor: Actor, raw: PointQuestion): Promise<boolean> {
  requirePolicy(actor, canPlanWorks(actor))
  const { service, code, ...said } = parseInput(pointInput, raw)
  if (isEmptySelection(said)) return false
  const db = database()
  const selection = await resolveSelection(db, service, said, '')
  const area = selection.area && Prisma.sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(selection.area)}), 4326)`
  const from = Prisma.sql`SELECT * FROM service_point WHERE service = ${service}::service AND code = ${code}`
  const rows = await db.$queryRaw`SELECT EXISTS (${selectedPoints({ service, selection, area, from })}) AS selected`
  return answerRow.parse(rows)[0].selected
}
