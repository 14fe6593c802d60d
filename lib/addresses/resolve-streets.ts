import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { resolveStreetList } from './resolve-street-list'
import type { StreetListPiece } from './street-list'

const streetsInput = z.object({
  text: z.string(),
  municipalityId: z.number().int().positive().optional(),
  choices: z.record(z.string(), z.number().int()).optional(),
})
export type StreetsInput = z.input<typeof streetsInput>

/** What a list of streets means, piece by piece. Throws `forbidden`, or `bad_input` for a text that is too long. */
export async function resolveStreets(actor: Actor, input: StreetsInput): Promise<StreetListPiece[]> {
  requirePolicy(actor, canPlanWorks(actor))
  const { text, municipalityId, choices } = parseInput(streetsInput, input)
  return resolveStreetList(database(), text, { ...(municipalityId && { municipalityId }), ...(choices && { choices }) })
}
