import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { getUtility } from '@/lib/utility/queries'
import { legalNotice } from './legal-notice'

/** Telling later than the law allows needs a written reason: throws `bad_input` where there is none. */
export async function requireLegalNotice(db: Db, service: Service, start: Date, reason: string | undefined, now: Date): Promise<void> {
  const legal = legalNotice(await getUtility(db), service, start, now)
  if (legal && !legal.ok && !reason) throw badInput('short_notice_needs_reason', 'shortNoticeReason', { latest: legal.latestPublish })
}
