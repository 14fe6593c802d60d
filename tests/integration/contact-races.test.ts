import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, SYSTEM } from '@/lib/auth/actor'
import { addChat } from '@/lib/contacts/confirm/add-chat'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { confirmEnrolment } from '@/lib/contacts/enrol/confirm-enrolment'
import { createEnrolmentToken } from '@/lib/contacts/enrol/enrolment-token'
import { dropLinkedEnrolment, restoreLinkedEnrolment } from '@/lib/contacts/enrol/linked-enrolment'
import { startEnrolment } from '@/lib/contacts/enrol/start-enrolment'
import { createProof } from '@/lib/contacts/proofs'
import { database, transaction } from '@/lib/db/client'
import { addCustomer as customer } from './customer-lab'
import { createUtility } from './factories'
import { findContacts, readLastSecret } from './letters-lab'

const SECRET = 'a secret for tests'
process.env.NEXTAUTH_SECRET = SECRET

const NOW = new Date('2026-11-22T10:00:00Z')
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const PUBLIC: Actor = { kind: 'public', source: '203.0.113.9' }

/** Does something several times at once: the reason of each refusal, or "done". What is no refusal of ours is thrown. */
async function atOnce(...works: Array<() => Promise<unknown>>): Promise<string[]> {
  const results = await Promise.allSettled(works.map((work) => work()))
  return results.map((result) => {
    if (result.status === 'fulfilled') return 'done'
    if (!result.reason.detail) throw result.reason
    return result.reason.detail.reason
  })
}

beforeAll(createUtility)

describe('clicked twice at once', () => {
  it.each(['holder', 'family'] as const)('a new contact (%s) is added once', async (role) => {
    const { actor, accountId } = await customer()
    const value = `twice.${role}@example.org`
    const add = () => addOwnContact(actor, { channel: 'email', value, language: 'it', role, accountIds: [accountId] }, NOW)
    expect(await atOnce(add, add, add)).toEqual(['done', 'done', 'done'])
    expect(await findContacts('email', value)).toMatchObject([{ subscriptions: [{ accountId, role }] }])
  })

  it('another number is put in a contact’s place once', async () => {
    const { actor, contactId } = await customer()
    const change = () => changeOwnContact(actor, { contactId, value: '+393332009902' }, NOW)
    expect(await atOnce(change, change)).toEqual(['done', 'done'])
    expect(await findContacts('sms', '+393332009902')).toHaveLength(1)
  })

  it('a code, and the contact taken away at the same time, wait for each other', async () => {
    for (let round = 0; round < 5; round++) {
      const { actor } = await customer()
      const value = `round${round}@example.org`
      const { contactId } = await addOwnContact(actor, { channel: 'email', value, language: 'it', role: 'holder' }, NOW)
      const { code } = await readLastSecret(value)
      const confirm = () => confirmByCode(actor, { contactId, code }, NOW)
      const remove = () => removeOwnContact(actor, { contactId }, NOW)
      const said = await atOnce(confirm, remove, confirm, remove)
      expect(said.filter((one) => !['done', 'code_used', 'code_wrong', 'contact_not_found'].includes(one))).toEqual([])
      expect(await findContacts('email', value)).toEqual([])
    }
  })
})

describe('asked for by many at once', () => {
  it('codes to one end are no more than one after the other', async () => {
    const ask = () => transaction((db) => createProof(db, { purpose: 'sign_in', channel: 'sms', value: '+393332008801' }, NOW))
    const said = await atOnce(...Array.from({ length: 20 }, () => ask))
    expect(said.filter((one) => one === 'done')).toHaveLength(5)
    expect(said.filter((one) => one === 'too_many_codes')).toHaveLength(15)
  })

  it('addresses that were left are five again, not six', async () => {
    const value = 'six@example.org'
    const tokens: string[] = []
    for (let count = 0; count < 6; count++) {
      const { addressId } = await customer()
      const { proofId } = await startEnrolment(PUBLIC, { addressId, value, language: 'it', hasAgreed: true }, days(count))
      const enrolment = await confirmEnrolment(PUBLIC, { proofId, code: (await readLastSecret(value)).code }, days(count))
      const token = createEnrolmentToken(enrolment, SECRET)
      if (count < 2) await dropLinkedEnrolment(token)
      if (count < 2) tokens.push(token)
    }
    expect((await atOnce(...tokens.map((token) => () => restoreLinkedEnrolment(token, days(7))))).toSorted()).toEqual([
      'done',
      'too_many_addresses',
    ])
  })

  it('a chat that nobody knew, heard by two processes, is one contact', async () => {
    await database().botDialogue.create({ data: { channel: 'telegram', chat: '777001', state: {}, updatedAt: NOW } })
    const add = () => addChat(SYSTEM, { channel: 'telegram', chat: '777001', language: 'it' }, NOW)
    expect(await atOnce(add, add)).toEqual(['done', 'done'])
    expect(await findContacts('telegram', '777001')).toMatchObject([{ state: 'confirmed' }])
  })
})
