import { type Db, database } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import { type NoticeStage, noticeStages } from './notice-plan'
import type { Utility } from './utility'
import { UTILITY_FACTS } from './utility-facts'

const FIELDS = {
  ...UTILITY_FACTS,
  quietFrom: true,
  quietTo: true,
  patronDay: true,
  transliterateSms: true,
  approvalUnits: true,
  maxDataAgeHours: true,
} as const

/** The utility's settings. Throws `not_found` in an installation that was never set up. */
export async function getUtility(db: Db = database()): Promise<Utility> {
  const row = await db.utility.findUnique({ where: { id: 1 }, select: FIELDS })
  if (!row) throw new AppError('not_found', { reason: 'no_utility' })
  return {
    ...row,
    defaultLanguage: isLocale(row.defaultLanguage) ? row.defaultLanguage : DEFAULT_LOCALE,
    languages: row.languages.filter(isLocale),
  }
}

/** The stages of telling for one service; none where the utility has set no plan. */
export async function getNoticePlan(db: Db, service: Service): Promise<NoticeStage[]> {
  const row = await db.noticePlan.findUnique({ where: { service }, select: { stages: true } })
  return row ? noticeStages.parse(row.stages) : []
}

/** The stages of every service that has a plan. */
export async function findNoticePlans(db: Db): Promise<Map<Service, NoticeStage[]>> {
  const rows = await db.noticePlan.findMany({ select: { service: true, stages: true } })
  return new Map(rows.map(({ service, stages }) => [service, noticeStages.parse(stages)]))
}
