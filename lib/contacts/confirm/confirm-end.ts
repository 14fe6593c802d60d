import type { Actor } from '@/lib/auth/actor'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'
import { changeContacts } from '../change-contacts'
import { queueLetter } from '../letters/queue-letter'
import { maskEnd } from '../mask-end'
import { adoptTwins } from './adopt-twins'
import { isOnlyContact, joinTwin } from './join-twin'
import { replaceOld } from './replace-old'
import { findConfirmedTwins, lockEndOf } from './same-ends'

/** A week: a letter that says what has changed is of use that long. */
const LETTER_LIVES = 7 * 24 * 3_600_000

/** What is told from now on. */
export interface ConfirmedEnd {
  contactId: number
  /** Enrolments that would have been more than five. */
  leftOut: number
  /** Whether whoever has the end comes in by it as the contact's person; else they agreed to be told, and to no more. */
  maySignIn: boolean
}

/** The other contacts of the same person hear of it: whoever added it without being asked is found out. */
async function tellOthers(db: Db, contactId: number, now: Date): Promise<void> {
  const added = await db.contact.findUniqueOrThrow({ where: { id: contactId }, select: { personId: true, channel: true, value: true } })
  const others = await db.contact.findMany({ where: { personId: added.personId, state: 'confirmed', id: { not: contactId } } })
  for (const { id, personId, channel, value, language } of others) {
    const letter = { kind: 'contact_added', channel, to: value, contactId: id, personId, language } as const
    await queueLetter(db, { ...letter, facts: { contact: maskEnd(added) }, notAfter: new Date(now.getTime() + LETTER_LIVES) }, now)
  }
}

const CONTACT = { id: true, personId: true, channel: true, value: true, language: true, state: true, maySignIn: true } as const

type ContactOfEnd = NonNullable<Awaited<ReturnType<typeof getContactOfLockedEnd>>>

/** The contact, with everything at its end locked. Throws `not_found`. */
async function getContactOfLockedEnd(db: Db, id: number) {
  await lockEndOf(db, id)
  const contact = await db.contact.findUnique({ where: { id }, select: CONTACT })
  if (!contact) throw new AppError('not_found', { reason: 'contact_not_found' })
  return contact
}

/**
 * Who has an end comes in by it as its contact's person where the proof came back in that person's sign-in, or the person is nothing else. Else somebody
 * could have a link mailed to a stranger, who would later sign in as that somebody, and bring their own accounts along.
 */
async function setMaySignIn(db: Db, { id, personId, state, maySignIn }: ContactOfEnd, isOwner: boolean): Promise<boolean> {
  const wasOpen = maySignIn && state !== 'unconfirmed'
  const isOpen = isOwner || wasOpen || (await isOnlyContact(db, { id, personId }))
  await db.contact.updateMany({ where: { id }, data: { maySignIn: isOpen } })
  return isOpen
}

/**
 * A contact's end was proved: from now on it is told. `ownerId`: the person in whose sign-in that was done, if any; where the contact is theirs,
 * they have what the same end opened before. Else somebody who has the end said yes to it, wherever they opened the link: then nobody gets at
 * anything of theirs by it. In the caller's transaction, which has not touched any contact at this end; nobody learns whether the end was known.
 */
export async function confirmEnd(db: Db, actor: Actor, wantedId: number, ownerId: number | null, now: Date): Promise<ConfirmedEnd> {
  await getContactOfLockedEnd(db, wantedId)
  const contactId = await replaceOld(db, wantedId, now)
  const contact = await getContactOfLockedEnd(db, contactId)
  const isOwner = contact.personId === ownerId
  const twins = await findConfirmedTwins(db, contact, contactId)
  const [twin] = twins
  const merged = isOwner ? await adoptTwins(db, actor, contact, twins, now) : twin && (await joinTwin(db, contact, twin))
  const told = [merged?.id ?? contactId, ...(merged && 'isAlone' in merged && !merged.isAlone ? [contactId] : [])]
  const which = Prisma.sql`SELECT id, NULL::text AS reason FROM unnest(${told}::int[]) AS told (id)`
  await changeContacts(db, actor, { which, state: 'confirmed', action: 'contact.confirm', cause: null }, now)
  const toldId = merged?.id ?? contactId
  const maySignIn = await setMaySignIn(db, isOwner ? { ...contact, id: toldId } : contact, isOwner)
  if (isOwner && (contact.state !== 'confirmed' || !contact.maySignIn)) await tellOthers(db, toldId, now)
  return { contactId: toldId, leftOut: merged?.leftOut ?? 0, maySignIn }
}
