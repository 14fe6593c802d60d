import { formatAddress } from '@/lib/addresses/addresses'
import type { Actor } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { type Db, database, transaction } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { optIn } from './opt-in'
import { optOut } from './opt-out'
import { type ContactRow, findRemainingChannels, getContactOrNull } from './queries'
import { resumeAddress, stopAddress } from './stop-address'
import { findToldAddresses, isHitBy } from './told-addresses'
import { readUnsubscribeToken, type Unsubscribing } from './unsubscribe-token'

/** Whoever has the link acts; nothing more is asked, and nothing more is kept of them. */
const LINK: Actor = { kind: 'system', name: 'unsubscribe-link', source: 'system' }

export interface StoppableAddress {
  id: number
  label: string
  isStopped: boolean
}

export interface UnsubscribeView {
  channel: Channel
  isStopped: boolean
  /** By what these people are still told. */
  remaining: Channel[]
  /** Of the message that the link stood in; each can be stopped alone. */
  addresses: StoppableAddress[]
}

/** Whether a link stands in a message to a telephone or mailbox that another has come in the place of: whoever reads that has no say in the new one. */
async function isOfOldEnd(db: Db, { contactId, noticeId }: Unsubscribing, { channel, value }: ContactRow): Promise<boolean> {
  if (noticeId === null || (channel !== 'sms' && channel !== 'email')) return false
  const key = { noticeId_contactId: { noticeId, contactId } }
  const message = await db.message.findUnique({ where: key, select: { recipient: true } })
  return message?.recipient != null && message.recipient !== value
}

async function readToken(db: Db, token: string): Promise<Unsubscribing & { contact: ContactRow }> {
  const named = readUnsubscribeToken(token, env().NEXTAUTH_SECRET ?? '')
  const contact = named && (await getContactOrNull(db, named.contactId))
  if (!contact || (await isOfOldEnd(db, named, contact))) throw new AppError('not_found', { reason: 'unsubscribe_link_wrong' })
  return { ...named, contact }
}

/**
 * How things stand for whoever holds the link; changes nothing. `stopped`: an address that was just stopped, so that it can be taken back. Throws
 * `not_found` for a link that is not ours.
 */
export async function getUnsubscribeView(token: string, stopped?: number): Promise<UnsubscribeView> {
  const db = database()
  const { contact, contactId, noticeId } = await readToken(db, token)
  const more = stopped !== undefined && Number.isInteger(stopped) && stopped > 0 && stopped <= 2_147_483_647 ? [stopped] : []
  const told = noticeId === null ? [] : await findToldAddresses(db, contactId, noticeId, more)
  return {
    channel: contact.channel,
    isStopped: contact.state === 'opted_out',
    remaining: await findRemainingChannels(db, contact),
    addresses: told.map((address) => ({ id: address.id, label: formatAddress(address), isStopped: !address.isTold })),
  }
}

/** Stops the messages that the link stands in. The link is proof enough: it was sent to nobody else. Throws `not_found`. */
export async function unsubscribe(token: string, now: Date): Promise<void> {
  await optOut(database(), LINK, (await readToken(database(), token)).contact, null, now)
}

/** Takes it back. Throws `not_found`. */
export async function resubscribe(token: string, now: Date): Promise<void> {
  await optIn(database(), LINK, (await readToken(database(), token)).contact, null, now)
}

async function changeAddress(token: string, addressId: number, change: 'stop' | 'resume', now: Date): Promise<void> {
  await transaction(async (db) => {
    const { contactId, noticeId } = await readToken(db, token)
    if (noticeId === null || !(await isHitBy(db, noticeId, addressId)))
      throw new AppError('not_found', { reason: 'unsubscribe_link_wrong' })
    await (change === 'stop' ? stopAddress(db, contactId, addressId) : resumeAddress(db, contactId, addressId, now))
    const audited = { action: `subscription.${change}`, subject: `contact:${contactId}`, after: { address: addressId } }
    await recordAudit(db, LINK, audited, now)
  })
}

/** Stops the messages to a contact about one address of the notice that the link stood in; all others go on. Throws `not_found`. */
export async function unsubscribeAddress(token: string, addressId: number, now: Date): Promise<void> {
  await changeAddress(token, addressId, 'stop', now)
}

/** Takes that back. Throws `not_found`, `bad_input` where the contact follows five other addresses by now. */
export async function resubscribeAddress(token: string, addressId: number, now: Date): Promise<void> {
  await changeAddress(token, addressId, 'resume', now)
}
