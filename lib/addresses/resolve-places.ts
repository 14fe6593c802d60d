import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canPlanWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import type { PlaceList } from './boundary'
import { resolvePlaceList } from './resolve-place-list'

const placesInput = z.object({ text: z.string() })

/** Which places a text names, and what it takes out of them. Throws `forbidden`, or `bad_input` for a text that is too long. */
export async function resolvePlaces(actor: Actor, input: z.input<typeof placesInput>): Promise<PlaceList> {
  requirePolicy(actor, canPlanWorks(actor))
  return resolvePlaceList(database(), parseInput(placesInput, input).text)
}
