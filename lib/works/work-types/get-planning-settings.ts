import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEditSettings } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { getUtility } from '@/lib/utility/queries'
import { findWorkTypes } from './queries'
import type { WorkType } from './work-type'

export interface PlanningSettings {
  /** From so many dwellings on a second person approves; null: never. */
  approvalUnits: number | null
  /** Imports older than so many hours are not believed; null: however old they are. */
  maxDataAgeHours: number | null
  services: Service[]
  /** `uses`: works of any state that are of the kind. */
  workTypes: Array<WorkType & { uses: number }>
}

/** How works are planned, for whoever may change it. Throws `forbidden`. */
export async function getPlanningSettings(actor: Actor): Promise<PlanningSettings> {
  requirePolicy(actor, canEditSettings(actor))
  const db = database()
  const [{ approvalUnits, maxDataAgeHours, services }, types, counts] = await Promise.all([
    getUtility(db),
    findWorkTypes(db),
    db.works.groupBy({ by: ['workType'], _count: true }),
  ])
  const uses = new Map(counts.map(({ workType, _count }) => [workType, _count]))
  return { approvalUnits, maxDataAgeHours, services, workTypes: types.map((type) => ({ ...type, uses: uses.get(type.code) ?? 0 })) }
}
