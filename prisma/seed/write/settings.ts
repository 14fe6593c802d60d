import type { Db } from '@/lib/db/client'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'
import { DEMO_UTILITY, PLANNED_SERVICES, SERVED_AREA } from '../demo-utility'

/** Writes the utility, its served area and its notice plans. */
export async function insertSettings(db: Db, now: Date): Promise<void> {
  const utility = DEMO_UTILITY
  const ring = [...SERVED_AREA, ...SERVED_AREA.slice(0, 1)]
  const area = JSON.stringify({ type: 'MultiPolygon', coordinates: [[ring]] })
  await db.$executeRaw`
    INSERT INTO utility (name, sender, country, zone, default_language, languages, services, phone, phone_hours, website,
                         quiet_from, quiet_to, patron_day, transliterate_sms, approval_units, max_data_age_hours,
                         served_area, updated_at)
    VALUES (${utility.name}, ${utility.sender}, ${utility.country}, ${utility.zone}, ${utility.defaultLanguage}, ${utility.languages}::text[],
            ${utility.services}::service[], ${utility.phone}, ${utility.phoneHours}, ${utility.website}, ${utility.quietFrom}, ${utility.quietTo}, ${utility.patronDay},
            ${utility.transliterateSms}, ${utility.approvalUnits}, ${utility.maxDataAgeHours}, ST_SetSRID(ST_GeomFromGeoJSON(${area}), 4326), ${now})`
  await db.$executeRaw`
    INSERT INTO notice_plan (service, stages, updated_at)
    SELECT service, ${JSON.stringify(DEFAULT_NOTICE_PLAN)}::jsonb, ${now} FROM unnest(${PLANNED_SERVICES}::service[]) AS service`
}
