import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { addContact } from '@/lib/call-centre/add-contact'
import { addChat } from '@/lib/contacts/confirm/add-chat'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { enrolAddress } from '@/lib/contacts/enrol/enrol-address'
import { importContacts } from '@/lib/contacts/import-contacts'
import { optOut } from '@/lib/contacts/opt-out'
import { database } from '@/lib/db/client'
import { addCustomer as customer, later, mailOf, NOW } from './customer-lab'
import { createUtility } from './factories'
import { CLI, fileOf } from './import-files'
import { findContacts, findLetters, readLastSecret } from './letters-lab'
import { addToldMessage } from './told-messages'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

beforeAll(createUtility)

describe('an end that somebody has already', () => {
  it('is added by its owner as if it were new, becomes one contact, and opens what it opened', async () => {
    const [before, owner] = [await customer('+393339000001'), await customer()]
    const { contactId } = await addOwnContact(
      owner.actor,
      { channel: 'sms', value: before.value, language: 'uk', role: 'holder', accountIds: [owner.accountId] },
      NOW,
    )
    expect((await findContacts('sms', before.value)).map(({ state }) => state)).toEqual(['confirmed', 'unconfirmed'])
    const { code } = await readLastSecret(before.value)
    const done = await confirmByCode(owner.actor, { contactId, code }, NOW)
    const [only, ...others] = await findContacts('sms', before.value)
    expect(others).toEqual([])
    expect(only).toMatchObject({ id: done.contactId, personId: owner.personId, state: 'confirmed', language: 'uk' })
    expect(only?.subscriptions.map(({ accountId }) => accountId).sort()).toEqual([before.accountId, owner.accountId].sort())
    const accesses = await database().accountAccess.findMany({ where: { personId: owner.personId } })
    expect(accesses.map(({ accountId }) => accountId)).toEqual([before.accountId])
  })

  it('gives nothing of its owner’s to whoever had a link sent there, wherever that is opened', async () => {
    const [victim, stranger] = [await customer('+393339000002'), await customer()]
    await addOwnContact(victim.actor, mailOf('victim'), NOW)
    await confirmByToken((await readLastSecret('victim@example.org')).token, NOW, victim.actor)
    await addOwnContact(stranger.actor, { ...mailOf('victim'), accountIds: [stranger.accountId] }, NOW)
    const { token } = await readLastSecret('victim@example.org')
    await confirmByToken(token, NOW, victim.actor)
    expect(await database().accountAccess.count({ where: { personId: stranger.personId } })).toBe(0)
    const [theirs, strangers] = await findContacts('email', 'victim@example.org')
    expect(theirs).toMatchObject({ personId: victim.personId, subscriptions: [{ accountId: stranger.accountId }] })
    expect(strangers).toMatchObject({ personId: stranger.personId, state: 'confirmed', subscriptions: [] })
  })

  it('hears of one notice once: of the topics and addresses of both', async () => {
    const [one, other] = [await customer('+393339000003'), await customer()]
    await database().subscription.updateMany({ where: { contactId: one.contactId }, data: { topics: ['bills'], pausedUntil: later(99) } })
    await database().accountAccess.create({ data: { personId: other.personId, accountId: one.accountId, provedAt: NOW } })
    const { contactId } = await addOwnContact(
      other.actor,
      { channel: 'sms', value: one.value, language: 'it', role: 'holder', accountIds: [one.accountId, other.accountId] },
      NOW,
    )
    await confirmByCode(other.actor, { contactId, code: (await readLastSecret(one.value)).code }, NOW)
    const [only] = await findContacts('sms', one.value)
    const shared = only?.subscriptions.find(({ accountId }) => accountId === one.accountId)
    expect([...(shared?.topics ?? [])].sort()).toEqual(['bills', 'on_the_day', 'planned_works', 'progress'])
    expect(shared?.pausedUntil).toBeNull()
    expect(only?.subscriptions).toHaveLength(2)
  })
})

describe('an end that the ledger knows', () => {
  it('keeps its row and its person changes, so that who heard of works hears of their change too', async () => {
    const to = '+393339000020'
    const known = await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: 'SM-20' })
    const { actor, personId } = await customer()
    const { contactId } = await addOwnContact(actor, { channel: 'sms', value: to, language: 'lt', role: 'holder' }, NOW)
    const done = await confirmByCode(actor, { contactId, code: (await readLastSecret(to)).code }, NOW)
    expect(done.contactId).toBe(known.contactId)
    expect(await findContacts('sms', to)).toMatchObject([{ id: known.contactId, personId, language: 'lt', state: 'confirmed' }])
    expect(await database().message.count({ where: { contactId: known.contactId } })).toBe(1)
  })

  it('of several rows becomes one, and what was not sent yet goes to the one that is left', async () => {
    const to = '+393339000021'
    const [first, second] = [
      await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: 'SM-21' }),
      await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: null, state: 'queued' }),
    ]
    const { actor } = await customer()
    const { contactId } = await addOwnContact(actor, { channel: 'sms', value: to, language: 'it', role: 'holder' }, NOW)
    await confirmByCode(actor, { contactId, code: (await readLastSecret(to)).code }, NOW)
    const queued = await database().message.findUniqueOrThrow({ where: { id: second.messageId } })
    expect(queued.contactId).toBe(first.contactId)
    const states = (await findContacts('sms', to)).map(({ id, state }) => [id, state])
    expect(states).toEqual([
      [first.contactId, 'confirmed'],
      [second.contactId, 'unconfirmed'],
    ])
  })

  it('confirmed by two people at once is one contact in the end', async () => {
    const [one, other] = [await customer(), await customer()]
    const to = 'shared@example.org'
    const added = []
    for (const { actor, accountId } of [one, other]) {
      const { contactId } = await addOwnContact(actor, { ...mailOf('shared'), accountIds: [accountId] }, NOW)
      added.push({ actor, contactId, code: (await readLastSecret(to)).code })
    }
    await Promise.all(added.map(({ actor, contactId, code }) => confirmByCode(actor, { contactId, code }, NOW)))
    const told = (await findContacts('email', to)).filter(({ state }) => state === 'confirmed')
    expect(told).toHaveLength(1)
    expect(told[0]?.subscriptions.map(({ accountId }) => accountId).sort()).toEqual([one.accountId, other.accountId].sort())
  })

  it('with a building to look after stays a manager’s, also where its owner had enrolled there', async () => {
    const [{ actor }, { addressId }] = [await customer(), await customer()]
    const chat = await addChat(
      { kind: 'system', name: 'bot', source: 'system' },
      { channel: 'viber', chat: 'bWFuYWdlcg==', language: 'it' },
      NOW,
    )
    await enrolAddress({ kind: 'customer', personId: chat.personId, source: 'viber' }, { contactId: chat.contactId, addressId }, NOW)
    const own = await database().contact.create({
      data: { personId: actor.personId, channel: 'viber', value: 'bWFuYWdlcg==', language: 'it' },
    })
    await database().subscription.create({ data: { contactId: own.id, addressId, role: 'building_manager' } })
    await addChat({ ...actor, source: 'viber' }, { channel: 'viber', chat: 'bWFuYWdlcg==', language: 'it' }, NOW)
    expect((await findContacts('viber', 'bWFuYWdlcg==')).flatMap(({ subscriptions }) => subscriptions)).toMatchObject([
      { addressId, role: 'building_manager', renewBy: null },
    ])
  })

  it('of the call centre stays the utility’s, whoever proves its mailbox', async () => {
    const { actor } = await customer()
    const { contactId } = await addOwnContact(actor, { ...mailOf('callcentre') }, NOW)
    await confirmByCode(actor, { contactId, code: (await readLastSecret('callcentre@example.org')).code }, NOW)
    const [centre, own] = await findContacts('email', 'callcentre@example.org')
    expect(centre).toMatchObject({ state: 'confirmed', subscriptions: [{ role: 'call_centre' }] })
    expect(own).toMatchObject({ id: contactId, personId: actor.personId, state: 'confirmed', subscriptions: [] })
  })
})

describe('a chat', () => {
  const chat = { channel: 'telegram', chat: '700100', language: 'uk' } as const

  it('is confirmed at once, by the bot alone, and merges like any end', async () => {
    const { actor, value } = await customer()
    await expect(addChat(actor, chat, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    const nobody = await addChat({ kind: 'system', name: 'bot', source: 'system' }, chat, NOW)
    await enrolAddress(
      { kind: 'customer', personId: nobody.personId, source: 'telegram' },
      { contactId: nobody.contactId, addressId: (await customer()).addressId },
      NOW,
    )
    const own = await addChat({ ...actor, source: 'telegram' }, { ...chat, threadId: 7 }, NOW)
    const [only, ...others] = await findContacts('telegram', '700100')
    expect(others).toEqual([])
    expect(only).toMatchObject({ id: own.contactId, personId: actor.personId, state: 'confirmed', threadId: 7 })
    expect(only?.subscriptions).toHaveLength(1)
    await addChat({ ...actor, source: 'telegram' }, { ...chat, language: 'en' }, NOW)
    expect((await findContacts('telegram', '700100'))[0]).toMatchObject({ id: own.contactId, language: 'en', threadId: null })
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['contact_added'])
  })
})

describe('an end that somebody only says is theirs', () => {
  const STAFF = { kind: 'staff', id: 1, email: 'call@example.org', name: 'Carla', role: 'call_centre', source: '127.0.0.1' } as const

  it('gives them nothing when its owner comes by the customer file, or rings', async () => {
    const [stranger, first, second] = [await customer(), await customer(), await customer()]
    const [byFile, byPhone] = ['claimed.file@example.org', 'claimed.phone@example.org']
    for (const value of [byFile, byPhone])
      await addOwnContact(stranger.actor, { ...mailOf(value.split('@')[0] ?? ''), accountIds: [stranger.accountId] }, NOW)
    await optOut(database(), SYSTEM, { channel: 'email', value: byFile }, null, NOW)
    await database().account.updateMany({ where: { id: first.accountId }, data: { holderId: null } })
    const { number } = await database().account.findUniqueOrThrow({ where: { id: first.accountId } })
    const file = fileOf(['account,channel,value,role,confirmed', `${number},email,${byFile},holder,true`], 'contacts.csv')
    await importContacts(CLI, { file }, NOW)
    await addContact(
      STAFF,
      { accountId: second.accountId, channel: 'email', value: byPhone, language: 'it', role: 'holder', isReadBack: true },
      NOW,
    )
    for (const [value, accountId] of [
      [byFile, first.accountId],
      [byPhone, second.accountId],
    ] as const) {
      const [claim, real] = await findContacts('email', value)
      expect(claim).toMatchObject({ personId: stranger.personId, confirmedAt: null, subscriptions: [{ accountId: stranger.accountId }] })
      // What its owner stopped stays stopped.
      expect(real).toMatchObject({ state: value === byFile ? 'opted_out' : 'confirmed', subscriptions: [{ accountId }] })
      expect(real?.personId).not.toBe(stranger.personId)
    }
    expect((await database().account.findUniqueOrThrow({ where: { id: first.accountId } })).holderId).not.toBe(stranger.personId)
  })
})
