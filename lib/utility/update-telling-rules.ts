import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canEditSettings } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const time = z.string().refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { reason: 'not_a_clock_time' } })

/** "02-30" is read as 1 March: no day that stays what it says. */
function isYearDay(text: string): boolean {
  const day = new Date(`2024-${text}T00:00:00Z`)
  return /^\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().slice(5, 10) === text
}

const yearDay = z.string().refine(isYearDay, { params: { reason: 'not_a_day_of_the_year' } })

const rulesInput = z.object({
  quietFrom: time,
  quietTo: time,
  patronDay: z
    .string()
    .nullable()
    .transform((text) => text || null)
    .pipe(yearDay.nullable()),
  transliterateSms: z.boolean(),
})
export type TellingRules = z.input<typeof rulesInput>

/** Messages need some hours of the day to go out in. */
const LONGEST_QUIET = 16 * 60

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Sets when nobody is disturbed, the municipality's own holiday ("MM-DD" or none) and in which letters SMS are written. Notices that are
 * planned already keep their instants.
 *
 * Throws `forbidden`, and `bad_input` for no time, no day, or quiet hours of more than 16 hours.
 */
export async function updateTellingRules(actor: Actor, raw: TellingRules, now: Date): Promise<void> {
  requirePolicy(actor, canEditSettings(actor))
  const after = parseInput(rulesInput, raw)
  const quiet = (minutesOf(after.quietTo) - minutesOf(after.quietFrom) + 1440) % 1440
  if (quiet > LONGEST_QUIET) throw badInput('quiet_hours_too_long', 'quietTo', { hours: LONGEST_QUIET / 60 })
  await transaction(async (db) => {
    const select = { quietFrom: true, quietTo: true, patronDay: true, transliterateSms: true }
    const before = await db.utility.findUniqueOrThrow({ where: { id: 1 }, select })
    await db.utility.update({ where: { id: 1 }, data: after })
    await recordAudit(db, actor, { action: 'utility.telling_rules', subject: 'utility:telling_rules', before, after }, now)
  })
}
