import { z } from 'zod'
import { Service } from '@/lib/db/generated/enums'

/** How many active accounts there are, and how many of these would hear of works now: by SMS, by e-mail, by Telegram or Viber, by anything. */
export interface CoverageCounts {
  accounts: number
  withSms: number
  withEmail: number
  withChat: number
  withAny: number
}

export const COVERAGE_FIGURES = ['withAny', 'withSms', 'withEmail', 'withChat'] as const satisfies ReadonlyArray<keyof CoverageCounts>

/** The counts of one place. */
export interface CoveragePlace extends CoverageCounts {
  municipalityId: number
  /** Empty where accounts have no address. */
  municipality: string
  /** Null for the whole municipality. */
  district: string | null
}

/** The counts of one day, as `2026-11-22` in the utility's zone. */
export interface CoverageDay extends CoverageCounts {
  day: string
}

/** A square of the map. West, south, east, north, in degrees. */
export interface CoverageSquare {
  box: [number, number, number, number]
  accounts: number
  withAny: number
}

/** A square where many cannot be told, and the street in its middle; null where no address is near. */
export interface WeakSquare extends CoverageSquare {
  near: { street: string; municipality: string } | null
}

export interface CoverageView {
  /** ISO instant at which it was counted; null when it never was. */
  asOf: string | null
  /** The services that have accounts. */
  services: Service[]
  total: CoverageCounts
  byService: Array<CoverageCounts & { service: Service }>
  /** Municipalities, each followed by its quarters, where there is more than one. */
  places: CoveragePlace[]
  days: CoverageDay[]
  squares: CoverageSquare[]
  /** Those with the most accounts that nobody hears of, the worst first. */
  weakest: WeakSquare[]
}

const filter = z.object({ service: z.enum(Service).optional().catch(undefined) })
export type CoverageFilter = z.output<typeof filter>

/** Reads from an address which service to show; what makes no sense there is left out. */
export function readCoverageFilter(params: Record<string, string | string[] | undefined>): CoverageFilter {
  return filter.parse(params)
}

/** Buildings with at least so many dwellings, of which less than `below` percent would hear. */
export const campaignInput = z.object({
  dwellings: z.coerce.number().int().min(1).max(10_000).default(4),
  below: z.coerce.number().int().min(1).max(100).default(50),
  service: z.enum(Service).optional(),
})
export type Campaign = z.output<typeof campaignInput>

/** One building worth a campaign: no names, no numbers, nobody's contact. */
export interface CampaignBuilding {
  addressId: number
  street: string
  number: number
  suffix: string
  postcode: string
  municipality: string
  district: string
  dwellings: number
  accounts: number
  reachable: number
  /** Dwellings whose account nobody hears of. */
  unreached: number
}
