import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { getNoticePlan } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { legalNotice } from './legal-notice'
import type { NoticeRules } from './plan-notices'

/** What decides when people are told about a service: the utility's plan, its quiet hours and the law. */
export async function getNoticeRules(db: Db, utility: Utility, service: Service, now: Date): Promise<NoticeRules> {
  return {
    stages: await getNoticePlan(db, service),
    quiet: { from: utility.quietFrom, to: utility.quietTo, zone: utility.zone },
    legalInstant: (start) => {
      const legal = legalNotice(utility, service, start, now)
      return legal && new Date(legal.latestPublish)
    },
  }
}
