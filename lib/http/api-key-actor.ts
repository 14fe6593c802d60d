import type { Actor } from '@/lib/auth/actor'
import { hashApiKey } from '@/lib/auth/api-key'
import { getApiKeyOrNull } from '@/lib/auth/queries'
import { AppError } from '@/lib/errors'
import { clientAddress } from './client-address'

/** Who calls with `Authorization: Bearer KEY`. Throws `unauthenticated` without a key that is valid now. */
export async function apiKeyActor(headers: Headers): Promise<Extract<Actor, { kind: 'api_key' }>> {
  const key = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (!key) throw new AppError('unauthenticated', { reason: 'api_key_missing' })
  const found = await getApiKeyOrNull(hashApiKey(key))
  if (!found) throw new AppError('unauthenticated', { reason: 'api_key_unknown' })
  return { kind: 'api_key', ...found, source: clientAddress(headers) }
}
