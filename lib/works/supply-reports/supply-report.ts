import { z } from 'zod'
import type { Service } from '@/lib/db/generated/enums'

/**
 * So long after the announced end, in hours, people may say that they still have no supply: as long as staff may say that works took longer
 * (lib/works/running-windows.ts). Later it is another failure, for the telephone.
 */
export const REPORTABLE_HOURS = 12

/** Works that were to be over at an address by now. */
export interface EndedWorks {
  reference: string
  service: Service
  title: string
  /** ISO instants of the window that ended last. */
  start: string
  end: string
}

export const supplyReportInput = z.object({
  addressId: z.coerce.number().int().positive().max(2_147_483_647),
  reference: z.string().trim().min(1).max(40),
})
export type ReportNoSupply = z.input<typeof supplyReportInput>

/** One address at which somebody has no supply. */
export interface ReportedAddress {
  id: number
  label: string
  /** Longitude and latitude. */
  at: [number, number]
  /** How many said so. */
  reports: number
  /** ISO instants of the first and the last. */
  since: string
  last: string
}

/** What people said after the end of works. */
export interface SupplyReports {
  reports: number
  addresses: number
  /** ISO instant of the first; null where there is none. */
  since: string | null
  /** Where it was said most, and of these where it was said last; the first hundred. */
  places: ReportedAddress[]
}
