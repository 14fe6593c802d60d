import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { DEFAULT_NOTICE_PLAN } from './notice-plan'
import { UTILITY_FACTS, type UtilityFacts } from './utility-facts'

/** Letters, digits and spaces, one of them a letter: what networks take for the name of a sender (3GPP TS 23.040, 11 characters). */
const SENDER = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/

/** What dials: digits, with the marks that people put between them. */
const PHONE = /^\+?[0-9 ()./-]{3,30}$/

function isZone(text: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: text }))
  } catch {
    return false
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function fits(test: (text: string) => boolean, reason: string) {
  return [test, { params: { reason } }] as const
}

const facts = z.object({
  name: line(2, 80),
  sender: line(1, 11).refine(...fits((text) => SENDER.test(text), 'not_a_sender')),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .refine(...fits((text) => /^[A-Z]{2}$/.test(text), 'not_a_country')),
  zone: line(1, 60).refine(...fits(isZone, 'not_a_zone')),
  defaultLanguage: z.enum(LOCALES),
  languages: z.array(z.enum(LOCALES)).min(1),
  services: z.array(z.enum(Service)).min(1),
  phone: line(3, 30).refine(...fits((text) => PHONE.test(text), 'not_a_phone')),
  phoneHours: line(0, 80).default(''),
  website: line(8, 200).refine(...fits(isWebAddress, 'not_a_web_address')),
})

/** What is not given stays as it is; an installation without a utility needs all of it. */
export type SetUpUtility = Partial<UtilityFacts>

/** People are disturbed neither late in the evening nor early; the settings change that. */
const FIRST_QUIET = { quietFrom: '21:00', quietTo: '08:00' }

async function addMissingPlans(db: Db, now: Date): Promise<void> {
  await db.noticePlan.createMany({
    data: Object.values(Service).map((service) => ({ service, stages: DEFAULT_NOTICE_PLAN, updatedAt: now })),
    skipDuplicates: true,
  })
}

/**
 * Says which utility this installation serves: its name, sender, country, zone, languages, services, and where it is called. The first time it also
 * gets quiet hours and the default notice plan. Works and notices that are there keep their instants.
 *
 * Throws `forbidden`, and `bad_input` naming the field: also for what is missing while there is no utility, and a default language that is not spoken.
 */
export async function setUpUtility(actor: Actor, raw: SetUpUtility, now: Date): Promise<UtilityFacts> {
  requirePolicy(actor, canEditSettings(actor))
  return transaction(async (db) => {
    const before = await db.utility.findUnique({ where: { id: 1 }, select: UTILITY_FACTS })
    const given = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined))
    const after = parseInput(facts, { ...before, ...given })
    if (!after.languages.includes(after.defaultLanguage)) throw badInput('language_not_spoken', 'defaultLanguage')
    await db.utility.upsert({ where: { id: 1 }, create: { id: 1, ...FIRST_QUIET, ...after }, update: after })
    if (!before) await addMissingPlans(db, now)
    await recordAudit(db, actor, { action: 'utility.set_up', subject: 'utility:facts', before: before ?? {}, after }, now)
    return after
  })
}
