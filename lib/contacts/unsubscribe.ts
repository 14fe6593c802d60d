import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { optIn } from './opt-in'
import { optOut } from './opt-out'
import { type ContactRow, findRemainingChannels, getContactOrNull } from './queries'
import { readUnsubscribeToken } from './unsubscribe-token'

/** Whoever has the link acts; nothing more is asked, and nothing more is kept of them. */
const LINK: Actor = { kind: 'system', name: 'unsubscribe-link', source: 'system' }

export interface UnsubscribeView {
  isStopped: boolean
  /** By what these people are still told. */
  remaining: Channel[]
}

async function getContactOf(token: string): Promise<ContactRow> {
  const id = readUnsubscribeToken(token, env().NEXTAUTH_SECRET ?? '')
  const contact = id === null ? null : await getContactOrNull(database(), id)
  if (!contact) throw new AppError('not_found', { reason: 'unsubscribe_link_wrong' })
  return contact
}

/** How things stand for whoever holds the link; changes nothing. Throws `not_found` for a link that is not ours. */
export async function getUnsubscribeView(token: string): Promise<UnsubscribeView> {
  const contact = await getContactOf(token)
  return { isStopped: contact.state === 'opted_out', remaining: await findRemainingChannels(database(), contact) }
}

/** Stops the messages that the link stands in. The link is proof enough: it was sent to nobody else. Throws `not_found`. */
export async function unsubscribe(token: string, now: Date): Promise<void> {
  await optOut(database(), LINK, await getContactOf(token), null, now)
}

/** Takes it back. Throws `not_found`. */
export async function resubscribe(token: string, now: Date): Promise<void> {
  await optIn(database(), LINK, await getContactOf(token), null, now)
}
