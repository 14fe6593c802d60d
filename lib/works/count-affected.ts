import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { countInSelections } from './affected-queries'
import { resolveSelection } from './selection/resolve-selection'
import { selectionInput } from './selection/selection'
import { type AffectedCounts, SERVICES } from './works'

const countInput = selectionInput.extend({ service: z.enum(SERVICES) })
export type CountAffected = z.input<typeof countInput>

/** Whom a selection would hit, were `service` cut in it. Throws `bad_input` for an area that is none, and for unclear words. */
export async function countAffected(actor: Actor, raw: CountAffected): Promise<AffectedCounts> {
  requirePolicy(actor, canPlanWorks(actor))
  const { service, ...selection } = parseInput(countInput, raw)
  return countInSelections(database(), service, [await resolveSelection(database(), service, selection, '')])
}
