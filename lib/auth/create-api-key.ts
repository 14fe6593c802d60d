import { z } from 'zod'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { line } from '@/lib/plain-text'
import { type Actor, requirePolicy } from './actor'
import { API_SCOPES, hashApiKey, newApiKey } from './api-key'
import { recordAudit } from './audit'
import { canCreateApiKeys } from './policies'
import { insertApiKey } from './queries'

const input = z.object({ name: line(1, 120), scopes: z.array(z.enum(API_SCOPES)).min(1) })

/** Makes a key for a program. The key itself is returned once and never stored: only its hash is. */
export async function createApiKey(actor: Actor, given: z.input<typeof input>, now: Date): Promise<{ id: number; key: string }> {
  requirePolicy(actor, canCreateApiKeys(actor))
  const { name, scopes } = parseInput(input, given)
  const key = newApiKey()
  const id = await transaction(async (db) => {
    const created = await insertApiKey(db, { name, scopes, keyHash: hashApiKey(key), createdAt: now })
    await recordAudit(db, actor, { action: 'api_key.create', subject: `api_key:${created}`, after: { name, scopes } }, now)
    return created
  })
  return { id, key }
}
