import type { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { type BuildingList, listInput } from './building'
import { readBuildingList } from './read-building-list'

/** What a list would add, and which of its lines name no address of ours; changes nothing. Throws `unauthenticated`, `forbidden`, `bad_input`. */
export async function previewBuildings(actor: Actor, raw: z.input<typeof listInput>): Promise<BuildingList> {
  requireCustomer(actor)
  return readBuildingList(database(), parseInput(listInput, raw).text)
}
