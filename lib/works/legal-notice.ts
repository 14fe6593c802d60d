import type { Service } from '@/lib/db/generated/enums'
import { type Breach, findBreaches } from '@/lib/regulation/find-breaches'
import { findLegalInstant, findMinimumInstant } from '@/lib/regulation/find-legal-instant'
import { regulationOf } from '@/lib/regulation/regulation'
import { workingDaysOf } from '@/lib/regulation/working-days'
import type { Utility } from '@/lib/utility/utility'
import type { LegalNotice, WorksWindow } from './works'

/** What the law asks for works that first cut `service` at `firstStart`, told at `now`; null where no rule is known. */
export function legalNotice(utility: Utility, service: Service, firstStart: Date, now: Date): LegalNotice | null {
  const regulation = regulationOf(utility.country, service)
  if (!regulation) return null
  const latest = findLegalInstant(firstStart, regulation, utility.zone, workingDaysOf(utility.country, utility.patronDay))
  const { minimum, certainty, source, exception } = regulation
  return { minimum, latestPublish: latest.toISOString(), ok: now <= latest, certainty, source, exception }
}

/** Windows that are longer than the law lets an interruption be, or lie where it lets none; none where no rule is known. */
export function legalBreaches({ country, zone }: Utility, service: Service, windows: WorksWindow[]): Breach[] {
  const regulation = regulationOf(country, service)
  return regulation ? findBreaches(regulation, windows, zone) : []
}

/** By when the last message has to be out, for a start: a function of the start; null where no rule is known. */
export function legalMinimum({ country, zone, patronDay }: Utility, service: Service): ((start: Date) => Date) | null {
  const regulation = regulationOf(country, service)
  return regulation && ((start) => findMinimumInstant(start, regulation, zone, workingDaysOf(country, patronDay)))
}
