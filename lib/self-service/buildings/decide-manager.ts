import { z } from 'zod'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canGrantManagers } from '@/lib/auth/policies'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { type Db, transaction } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'

const decisionInput = z.object({ personId: z.number().int().min(1).max(2_147_483_647), isGranted: z.boolean() })

/** A week: then they will have looked. */
const LETTER_LIVES = 7 * 86_400_000

async function tellGranted(db: Db, personId: number, now: Date): Promise<void> {
  const contacts = await db.contact.findMany({ where: { personId, state: 'confirmed' } })
  for (const { id, channel, value, language } of contacts) {
    const letter = { kind: 'manager_granted', channel, to: value, contactId: id, personId, language, facts: {} } as const
    await queueLetter(db, { ...letter, notAfter: new Date(now.getTime() + LETTER_LIVES) }, now)
  }
}

/**
 * Grants somebody the figures of the buildings that they look after, or refuses it, also what was granted before. They are told that it was granted.
 * Throws `forbidden`, `not_found`.
 */
export async function decideManager(actor: Actor, raw: z.input<typeof decisionInput>, now: Date): Promise<void> {
  requirePolicy(actor, canGrantManagers(actor))
  const { personId, isGranted } = parseInput(decisionInput, raw)
  await transaction(async (db) => {
    const state = isGranted ? 'granted' : 'refused'
    const before = await db.buildingManager.findUnique({ where: { personId }, select: { state: true } })
    if (!before) throw new AppError('not_found', { reason: 'manager_not_found', field: 'personId' })
    if (before.state === state) return
    await db.buildingManager.update({ where: { personId }, data: { state, decidedAt: now, decidedBy: actorName(actor) } })
    if (isGranted) await tellGranted(db, personId, now)
    const audited = { action: 'manager.decide', subject: `person:${personId}`, before: { state: before.state }, after: { state } }
    await recordAudit(db, actor, audited, now)
  })
}
