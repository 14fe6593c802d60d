import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEditSettings } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { NoticeStage } from './notice-plan'
import { findNoticePlans, getUtility } from './queries'
import type { Utility } from './utility'

export interface Settings {
  utility: Utility
  /** Of each service that the utility offers; without stages where it has set no plan. */
  plans: Array<{ service: Service; stages: NoticeStage[] }>
}

/** How the utility tells people, for whoever may change it. Throws `forbidden`. */
export async function getSettings(actor: Actor): Promise<Settings> {
  requirePolicy(actor, canEditSettings(actor))
  const [utility, plans] = await Promise.all([getUtility(), findNoticePlans(database())])
  return { utility, plans: utility.services.map((service) => ({ service, stages: plans.get(service) ?? [] })) }
}
