import type { Service } from '@/lib/db/generated/enums'
import { findLegalInstant } from '@/lib/regulation/find-legal-instant'
import { regulationOf } from '@/lib/regulation/regulation'
import { workingDaysOf } from '@/lib/regulation/working-days'
import type { Utility } from '@/lib/utility/utility'
import type { LegalNotice } from './works'

/** What the law asks for works that first cut `service` at `firstStart`, told at `now`; null where no rule is known. */
export function legalNotice(utility: Utility, service: Service, firstStart: Date, now: Date): LegalNotice | null {
  const regulation = regulationOf(utility.country, service)
  if (!regulation) return null
  const latest = findLegalInstant(firstStart, regulation, utility.zone, workingDaysOf(utility.country, utility.patronDay))
  const { minimum, certainty, source } = regulation
  return { minimum, latestPublish: latest.toISOString(), ok: now <= latest, certainty, source }
}
