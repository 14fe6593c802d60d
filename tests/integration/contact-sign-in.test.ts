import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { openTicket } from '@/lib/auth/customer-ticket'
import { addContact } from '@/lib/call-centre/add-contact'
import { replaceContact } from '@/lib/call-centre/replace-contact'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { sendProofAgain } from '@/lib/contacts/confirm/send-proof-again'
import { importContacts } from '@/lib/contacts/import-contacts'
import { markUnreachable } from '@/lib/contacts/mark-unreachable'
import { optOut } from '@/lib/contacts/opt-out'
import { database } from '@/lib/db/client'
import { addAccount } from '@/lib/self-service/add-account'
import { askForSignIn } from '@/lib/self-service/ask-for-sign-in'
import { findSignInChoices } from '@/lib/self-service/find-sign-in-choices'
import { listOwnContacts } from '@/lib/self-service/list-own-contacts'
import { takeSignInProof } from '@/lib/self-service/take-sign-in-proof'
import { addCustomer as customer } from './customer-lab'
import { createUtility } from './factories'
import { CLI, fileOf } from './import-files'
import { findContacts, findLetters, readLastSecret } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const SOON = new Date(NOW.getTime() + 60_000)
const STAFF = { kind: 'staff', id: 1, email: 'call@example.org', name: 'Carla', role: 'call_centre', source: '127.0.0.1' } as const
type Customer = Awaited<ReturnType<typeof customer>>

const mailOf = (value: string) => ({ channel: 'email', value, language: 'it', role: 'holder' }) as const

/** Adds a mailbox as one's own, and has its owner open the link where nobody is signed in. */
async function addByLink({ actor, accountId }: Customer, value: string): Promise<number> {
  const { contactId } = await addOwnContact(actor, { ...mailOf(value), accountIds: [accountId] }, NOW)
  expect(await confirmByToken((await readLastSecret(value)).token, NOW)).toMatchObject({ contactId, maySignIn: false })
  return contactId
}

/** What is sent to somebody who wants to sign in by it: the letter's kind, and as whom they may go on. */
async function signInBy(value: string) {
  await (await askForSignIn(value, 'it', NOW)).send()
  const kind = (await findLetters(value)).at(-1)?.kind
  if (kind !== 'sign_in') return { kind, people: [] }
  const choices = await takeSignInProof(await readLastSecret(value).then(({ token }) => ({ token })), NOW)
  return { kind, people: choices.map(({ ticket }) => openTicket(ticket, new Date())?.personId) }
}

beforeAll(createUtility)

describe('a mailbox that was confirmed by its link where nobody was signed in', () => {
  it('is told, and lets nobody in: they are told how it will', async () => {
    const owner = await customer()
    await addByLink(owner, 'told@example.org')
    expect((await findContacts('email', 'told@example.org'))[0]).toMatchObject({
      state: 'confirmed',
      subscriptions: [{ accountId: owner.accountId }],
    })
    expect(await signInBy('told@example.org')).toEqual({ kind: 'sign_in_closed', people: [] })
    // Nobody was asked to prove anything to the other contacts, so they have heard of nothing yet.
    expect(await findLetters(owner.value)).toEqual([])
  })

  it('lets its owner in once they typed its code where they are signed in', async () => {
    const owner = await customer()
    const contactId = await addByLink(owner, 'opened@example.org')
    expect((await listOwnContacts(owner.actor)).map(({ maySignIn }) => maySignIn)).toEqual([true, false])
    await sendProofAgain(owner.actor, { contactId }, SOON)
    await confirmByCode(owner.actor, { contactId, code: (await readLastSecret('opened@example.org')).code }, SOON)
    expect(await signInBy('opened@example.org')).toEqual({ kind: 'sign_in', people: [owner.personId] })
    expect((await findLetters(owner.value)).map(({ kind }) => kind)).toEqual(['contact_added'])
    await expect(sendProofAgain(owner.actor, { contactId }, NOW)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('never joins the account of a stranger with that of whoever has it', async () => {
    const [stranger, victim] = [await customer(), await customer()]
    await addByLink(stranger, 'victim@example.org')
    const { contactId } = await addOwnContact(victim.actor, { ...mailOf('victim@example.org'), accountIds: [victim.accountId] }, NOW)
    const { code } = await readLastSecret('victim@example.org')
    await confirmByCode(victim.actor, { contactId, code }, NOW)
    expect(await signInBy('victim@example.org')).toEqual({ kind: 'sign_in', people: [victim.personId] })
    // Neither sees the other's account, though one mailbox is told of both.
    expect(await database().accountAccess.count({ where: { personId: { in: [stranger.personId, victim.personId] } } })).toBe(0)
    const told = (await findContacts('email', 'victim@example.org')).filter(({ state }) => state === 'confirmed')
    expect(told).toHaveLength(1)
    expect(told[0]?.subscriptions).toHaveLength(2)
  })

  it('is not offered beside the owner’s own, who was known before', async () => {
    const [stranger, victim] = [await customer(), await customer('known@example.org')]
    await addOwnContact(stranger.actor, { ...mailOf('known@example.org'), accountIds: [stranger.accountId] }, NOW)
    await confirmByToken((await readLastSecret('known@example.org')).token, NOW)
    expect(await signInBy('known@example.org')).toEqual({ kind: 'sign_in', people: [victim.personId] })
  })

  it('is not found by the customer file or the call centre for somebody else', async () => {
    const [stranger, first, second] = [await customer(), await customer(), await customer()]
    for (const value of ['filed@example.org', 'rang@example.org']) await addByLink(stranger, value)
    await database().account.updateMany({ where: { id: first.accountId }, data: { holderId: null } })
    await importContacts(
      CLI,
      { file: fileOf(['account,channel,value,role,confirmed', `${first.number},email,filed@example.org,holder,true`], 'contacts.csv') },
      NOW,
    )
    expect((await database().account.findUniqueOrThrow({ where: { id: first.accountId } })).holderId).not.toBe(stranger.personId)
    const rung = { accountId: second.accountId, channel: 'email', value: 'rang@example.org', language: 'it', role: 'holder' } as const
    await addContact(STAFF, { ...rung, isReadBack: true }, NOW)
    expect(await signInBy('rang@example.org')).toEqual({ kind: 'sign_in', people: [second.personId] })
  })
})

describe('what a customer only claimed', () => {
  it('is vouched for by the customer file', async () => {
    const owner = await customer()
    const contactId = await addByLink(owner, 'own.file@example.org')
    const file = fileOf(['account,channel,value,role,confirmed', `${owner.number},email,own.file@example.org,holder,true`], 'contacts.csv')
    expect(await importContacts(CLI, { file }, NOW)).toMatchObject({ rejected: 0 })
    expect((await findContacts('email', 'own.file@example.org')).map(({ id }) => id)).toEqual([contactId])
    expect(await signInBy('own.file@example.org')).toEqual({ kind: 'sign_in', people: [owner.personId] })
  })

  it('is vouched for by the call centre that reads it back to them', async () => {
    const owner = await customer()
    const claimed = await addOwnContact(owner.actor, mailOf('own.call@example.org'), NOW)
    const caller = { accountId: owner.accountId, channel: 'email', value: 'own.call@example.org', language: 'it', role: 'holder' } as const
    expect(await addContact(STAFF, { ...caller, isReadBack: true }, NOW)).toEqual({ contactId: claimed.contactId })
    expect(await signInBy('own.call@example.org')).toEqual({ kind: 'sign_in', people: [owner.personId] })
  })

  it('is not put in the place of another contact of theirs: it is theirs already', async () => {
    const owner = await customer()
    const claimed = await addOwnContact(owner.actor, { channel: 'sms', value: '+393471239999', language: 'it', role: 'holder' }, NOW)
    const replaced = replaceContact(STAFF, { contactId: owner.contactId, value: '+393471239999', isReadBack: true }, NOW)
    await expect(replaced).rejects.toMatchObject({ code: 'conflict', detail: { reason: 'contact_exists' } })
    expect(claimed.contactId).not.toBe(owner.contactId)
  })
})

describe('an account that is added', () => {
  it('is seen by nobody who only had a link mailed there before', async () => {
    const [stranger, victim] = [await customer(), await customer()]
    await addByLink(stranger, 'later@example.org')
    await addAccount(victim.actor, { number: victim.number, proof: victim.meterNumber }, NOW)
    expect(await signInBy('later@example.org')).toEqual({ kind: 'sign_in_closed', people: [] })
  })
})

describe('a mailbox that nobody ever confirmed', () => {
  it('lets nobody in as whoever added it, also where its owner said STOP to that, or it bounced', async () => {
    const stranger = await customer()
    const channel = 'email'
    for (const value of ['stopped.claim@example.org', 'bounced.claim@example.org']) await addOwnContact(stranger.actor, mailOf(value), NOW)
    await optOut(database(), SYSTEM, { channel, value: 'stopped.claim@example.org' }, null, NOW)
    const [bounced] = await findContacts(channel, 'bounced.claim@example.org')
    await markUnreachable(database(), [{ contactId: bounced?.id ?? 0, reason: 'mailbox_gone' }], NOW)
    for (const value of ['stopped.claim@example.org', 'bounced.claim@example.org']) {
      await (await askForSignIn(value, 'it', SOON)).send()
      expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['confirm_contact'])
      expect(await findSignInChoices(database(), { channel, value }, SOON)).toEqual([])
    }
  })

  it('lets its owner in who had confirmed it before they said STOP', async () => {
    const owner = await customer('stopped.own@example.org')
    await optOut(database(), SYSTEM, { channel: 'email', value: owner.value }, null, NOW)
    expect(await signInBy(owner.value)).toEqual({ kind: 'sign_in', people: [owner.personId] })
  })
})
