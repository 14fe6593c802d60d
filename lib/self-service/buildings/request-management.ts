import type { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { managerInput } from './building'

/**
 * Says that somebody looks after buildings: they may follow any number at once, and ask to see figures of them, which staff grants. Whoever was refused
 * may ask again. Throws `unauthenticated`, `forbidden`, `bad_input`.
 */
export async function requestManagement(actor: Actor, raw: z.input<typeof managerInput>, now: Date): Promise<void> {
  const { personId } = requireCustomer(actor)
  const { name } = parseInput(managerInput, raw)
  await transaction(async (db) => {
    const known = await db.buildingManager.findUnique({ where: { personId }, select: { state: true } })
    // Another name is another request: what was granted was granted to that one.
    const data = { name, state: 'requested', requestedAt: now, decidedAt: null, decidedBy: null } as const
    await db.buildingManager.upsert({ where: { personId }, create: { personId, ...data }, update: data })
    await recordAudit(db, actor, { action: 'manager.request', subject: `person:${personId}`, before: { state: known?.state ?? null } }, now)
  })
}
