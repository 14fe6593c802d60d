import { z } from 'zod'
import type { ManagerState } from '@/lib/db/generated/enums'
import { line } from '@/lib/plain-text'

/** Whoever looks after more has a program, and asks the utility. */
export const MOST_BUILDINGS = 500
/** A list of 500 addresses is 30 kB. */
export const LONGEST_LIST = 100_000

/** From so few flats on a count says who it is about. */
export const FEWEST_FLATS = 3

export const managerInput = z.object({ name: line(2, 120) })

export const listInput = z.object({ text: z.string().max(LONGEST_LIST) })

export const addBuildingsInput = listInput.extend({ contactId: z.coerce.number().int().min(1).max(2_147_483_647) })

/** A line of a list that names no address of ours. `reason` is a key below `errors` in the catalogues. */
export interface RejectedLine {
  line: number
  text: string
  reason: string
  params: Record<string, string | number>
}

export interface ListedBuilding {
  id: number
  label: string
}

/** What a list names. */
export interface BuildingList {
  found: ListedBuilding[]
  rejected: RejectedLine[]
}

export interface OwnBuilding {
  addressId: number
  label: string
  /** Null where the utility has not granted it yet, does not know the flats, or they are so few that a count would be about somebody. */
  figure: { flats: number; without: number } | null
}

export interface OwnBuildings {
  manager: { name: string; state: ManagerState } | null
  /** Where its notices may go: the confirmed contacts of one's own, masked. */
  contacts: Array<{ id: number; to: string }>
  buildings: OwnBuilding[]
}
