import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const countriesInput = z.object({ countries: z.string().max(200) })
export type SmsCountries = z.input<typeof countriesInput>

/** Codes of countries in a row, in capitals: "LT, lv" is LT and LV. Throws `bad_input` for what is no country. */
function readCountries(text: string): string[] {
  const codes = text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const wrong = codes.find((code) => !/^[A-Z]{2}$/.test(code) || names.of(code) === undefined)
  if (wrong !== undefined) throw badInput('country_unknown', 'countries', { country: wrong.slice(0, 20) })
  return [...new Set(codes)]
}

/** Sets to which countries codes go by SMS, beside the utility's own (ISO 3166-1 alpha-2). Notices are not touched by it. Throws `forbidden`, `bad_input`. */
export async function updateSmsCountries(actor: Actor, raw: SmsCountries, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const after = { smsCountries: readCountries(parseInput(countriesInput, raw).countries) }
  await transaction(async (db) => {
    const before = await db.utility.findUniqueOrThrow({ where: { id: 1 }, select: { smsCountries: true } })
    await db.utility.update({ where: { id: 1 }, data: after })
    await recordAudit(db, actor, { action: 'utility.sms_countries', subject: 'utility:sms_countries', before, after }, now)
  })
}
