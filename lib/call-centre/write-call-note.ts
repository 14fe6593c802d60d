import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from 'libphonenumber-js'
import { type Actor, actorName, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { type Db, transaction } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { worksNotFound } from '@/lib/works/queries'
import { callNoteInput, type WriteCallNote } from './call-centre'
import { insertCallNote } from './note-queries'
import { existsTarget } from './queries'

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/

/** Telephones and mailboxes belong among the contacts, where they are masked, checked and deleted with them. */
function refuseContacts(text: string, country: string): void {
  const region = isSupportedCountry(country) ? (country as CountryCode) : undefined
  const phones = findPhoneNumbersInText(text, region && { defaultCountry: region })
  if (EMAIL.test(text) || phones.length > 0) throw badInput('note_has_contact', 'text')
}

/** Works that people have heard of; nobody rings about a draft. */
async function getWorksId(db: Db, reference: string | undefined): Promise<number | null> {
  if (reference === undefined) return null
  const works = await db.works.findFirst({ where: { reference, publishedAt: { not: null } }, select: { id: true } })
  if (!works) throw worksNotFound(reference)
  return works.id
}

/**
 * Notes what somebody who rang said, about an account, an address, works, or works at one of these. No telephone number and no e-mail address may
 * be in it. Throws `forbidden`, `not_found`, `bad_input`.
 */
export async function writeCallNote(actor: Actor, raw: WriteCallNote, now: Date): Promise<{ id: string }> {
  requirePolicy(actor, canServeCallers(actor))
  const { accountId = null, addressId = null, reference, kind, text } = parseInput(callNoteInput, raw)
  if (kind === 'other' && text === '') throw badInput('note_empty', 'text')
  return transaction(async (db) => {
    refuseContacts(text, (await getUtility(db)).country)
    if (accountId !== null && !(await existsTarget({ accountId }, db))) throw new AppError('not_found', { reason: 'account_not_found' })
    if (addressId !== null && !(await existsTarget({ addressId }, db))) throw new AppError('not_found', { reason: 'address_not_found' })
    const worksId = await getWorksId(db, reference)
    const id = await insertCallNote(db, { at: now, actor: actorName(actor), kind, text, accountId, addressId, worksId })
    const about = [accountId && `account:${accountId}`, addressId && `address:${addressId}`, worksId && `works:${reference}`].filter(
      Boolean,
    )
    await recordAudit(db, actor, { action: 'call.note', subject: `call:${id}`, after: { kind, about } }, now)
    return { id }
  })
}
