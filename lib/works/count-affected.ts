import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { countInSelections } from './affected-queries'
import { resolveSelection } from './selection/resolve-selection'
import { type ResolvedSelection, selectionInput } from './selection/selection'
import { type AffectedCounts, SERVICES } from './works'

const countInput = z.object({ service: z.enum(SERVICES), parts: z.array(selectionInput).min(1).max(20) })
export type CountAffected = z.input<typeof countInput>

/** Whom selections would hit together, were `service` cut in them. Throws `bad_input` for an area that is none, and for unclear words. */
export async function countAffected(actor: Actor, raw: CountAffected): Promise<AffectedCounts> {
  requirePolicy(actor, canPlanWorks(actor))
  const { service, parts } = parseInput(countInput, raw)
  const selections: ResolvedSelection[] = []
  for (const [index, part] of parts.entries()) selections.push(await resolveSelection(database(), service, part, `parts.${index}`))
  return countInSelections(database(), service, selections)
}
