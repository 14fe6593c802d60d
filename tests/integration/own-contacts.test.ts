import { beforeAll, describe, expect, it } from 'vitest'
import { type CustomerActor, SYSTEM } from '@/lib/auth/actor'
import { addContact } from '@/lib/call-centre/add-contact'
import { addChat } from '@/lib/contacts/confirm/add-chat'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { sendProofAgain } from '@/lib/contacts/confirm/send-proof-again'
import { enrolAddress } from '@/lib/contacts/enrol/enrol-address'
import { importContacts } from '@/lib/contacts/import-contacts'
import { optOut } from '@/lib/contacts/opt-out'
import { database } from '@/lib/db/client'
import { addCustomer as customer } from './customer-lab'
import { createUtility } from './factories'
import { CLI, fileOf } from './import-files'
import { findContacts, findLetters, readLastSecret, wrongCode } from './letters-lab'
import { addToldMessage } from './told-messages'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

const mailOf = (name: string) => ({ channel: 'email', value: `${name}@example.org`, language: 'it', role: 'holder' }) as const

beforeAll(createUtility)

describe('a contact of one’s own', () => {
  it('is told only once its code came back, and the other contacts hear of it', async () => {
    const { actor, accountId, value } = await customer()
    const { contactId } = await addOwnContact(actor, { ...mailOf('ada'), accountIds: [accountId] }, NOW)
    expect((await findContacts('email', 'ada@example.org'))[0]).toMatchObject({ state: 'unconfirmed', subscriptions: [{ accountId }] })
    const { code } = await readLastSecret('ada@example.org')
    expect(code).toMatch(/^\d{6}$/)
    await expect(confirmByCode(actor, { contactId, code: wrongCode(code) }, NOW)).rejects.toMatchObject({
      detail: { reason: 'code_wrong' },
    })
    expect(await confirmByCode(actor, { contactId, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` }, NOW)).toEqual({
      contactId,
      leftOut: 0,
      maySignIn: true,
    })
    expect((await findContacts('email', 'ada@example.org'))[0]?.state).toBe('confirmed')
    expect((await findLetters(value)).map(({ kind, facts }) => [kind, facts])).toEqual([['contact_added', { contact: 'a…@example.org' }]])
    await expect(confirmByCode(actor, { contactId, code }, NOW)).rejects.toMatchObject({ detail: { reason: 'code_used' } })
  })

  it('can be confirmed by its link for a day, and by its code for ten minutes', async () => {
    const { actor } = await customer()
    const { contactId } = await addOwnContact(actor, mailOf('late'), NOW)
    const { code, token } = await readLastSecret('late@example.org')
    await expect(confirmByCode(actor, { contactId, code }, later(10))).rejects.toMatchObject({ detail: { reason: 'code_expired' } })
    await expect(confirmByToken(token, later(24 * 60))).rejects.toMatchObject({ detail: { reason: 'code_expired' } })
    await confirmByToken(token, later(24 * 60 - 1))
    await expect(confirmByToken(token, later(24 * 60 - 1))).rejects.toMatchObject({ detail: { reason: 'code_used' } })
    expect((await findContacts('email', 'late@example.org'))[0]?.state).toBe('confirmed')
  })

  it('takes ten tries of a code, also at once, and then not even the right one', async () => {
    const { actor } = await customer()
    const { contactId } = await addOwnContact(actor, mailOf('guessed'), NOW)
    const { code } = await readLastSecret('guessed@example.org')
    const tries = await Promise.allSettled(
      Array.from({ length: 14 }, () => confirmByCode(actor, { contactId, code: wrongCode(code) }, NOW)),
    )
    const reasons = tries.map((one) => (one.status === 'rejected' ? one.reason.detail.reason : 'right')).sort()
    expect(reasons).toEqual([...Array(4).fill('code_tried_too_often'), ...Array(10).fill('code_wrong')])
    await expect(confirmByCode(actor, { contactId, code }, NOW)).rejects.toMatchObject({ detail: { reason: 'code_tried_too_often' } })
    await sendProofAgain(actor, { contactId }, NOW)
    const again = await readLastSecret('guessed@example.org')
    await expect(confirmByCode(actor, { contactId, code: again.code }, NOW)).resolves.toMatchObject({ contactId })
  })

  it('has one valid code at a time, and not many an hour', async () => {
    const { actor } = await customer()
    const { contactId } = await addOwnContact(actor, mailOf('flood'), NOW)
    const first = await readLastSecret('flood@example.org')
    for (let minute = 1; minute < 5; minute++) await sendProofAgain(actor, { contactId }, later(minute))
    await expect(confirmByToken(first.token, later(5))).rejects.toMatchObject({ detail: { reason: 'code_expired' } })
    await expect(sendProofAgain(actor, { contactId }, later(5))).rejects.toMatchObject({ code: 'too_many_requests' })
    await expect(addOwnContact((await customer()).actor, mailOf('flood'), later(5))).rejects.toMatchObject({ code: 'too_many_requests' })
    await sendProofAgain(actor, { contactId }, later(61))
  })

  it('is nobody else’s to see, confirm, change or remove', async () => {
    const [owner, stranger] = [await customer(), await customer()]
    const { contactId } = await addOwnContact(owner.actor, mailOf('mine'), NOW)
    const { code } = await readLastSecret('mine@example.org')
    const notFound = { code: 'not_found', detail: { reason: 'contact_not_found' } }
    await expect(confirmByCode(stranger.actor, { contactId, code }, NOW)).rejects.toMatchObject(notFound)
    await expect(sendProofAgain(stranger.actor, { contactId }, NOW)).rejects.toMatchObject(notFound)
    await expect(removeOwnContact(stranger.actor, { contactId }, NOW)).rejects.toMatchObject(notFound)
    await expect(changeOwnContact(stranger.actor, { contactId, value: 'x@example.org' }, NOW)).rejects.toMatchObject(notFound)
    await expect(enrolAddress(stranger.actor, { contactId, addressId: owner.addressId }, NOW)).rejects.toMatchObject(notFound)
    const ofOthers = addOwnContact(stranger.actor, { ...mailOf('spy'), accountIds: [owner.accountId] }, NOW)
    await expect(ofOthers).rejects.toMatchObject({ code: 'not_found', detail: { reason: 'account_not_found' } })
    await expect(addOwnContact({ kind: 'public', source: 'x' }, mailOf('spy'), NOW)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('a telephone number', () => {
  const phone = (value: string) => ({ channel: 'sms', value, language: 'it', role: 'holder' }) as const

  it('is kept as a landline without a code, and refused with words where no SMS of ours goes', async () => {
    const { actor, accountId } = await customer()
    const landline = await addOwnContact(actor, { ...phone('0131 000000'), accountIds: [accountId] }, NOW)
    expect(landline.isLandline).toBe(true)
    expect(await findLetters('+390131000000')).toEqual([])
    await expect(sendProofAgain(actor, landline, NOW)).rejects.toMatchObject({ detail: { reason: 'phone_landline' } })
    const foreign = { code: 'bad_input', detail: { reason: 'phone_foreign', params: { countries: 'IT' } } }
    await expect(addOwnContact(actor, phone('+380671234567'), NOW)).rejects.toMatchObject(foreign)
    await expect(addOwnContact(actor, phone('899 123456'), NOW)).rejects.toMatchObject({ detail: { reason: 'phone_special' } })
    await expect(addOwnContact(actor, phone('12'), NOW)).rejects.toMatchObject({ code: 'bad_input' })
    await database().utility.update({ where: { id: 1 }, data: { smsCountries: ['UA'] } })
    expect((await addOwnContact(actor, phone('+380671234567'), NOW)).isLandline).toBe(false)
  })

  it('of a range that is asked for again and again gets no more codes for an hour', async () => {
    const { actor } = await customer()
    const numbers = Array.from({ length: 11 }, (_, index) => `+3934755501${String(index).padStart(2, '0')}`)
    for (const number of numbers.slice(0, 10)) await addOwnContact(actor, phone(number), NOW)
    await expect(addOwnContact(actor, phone(numbers[10] ?? ''), NOW)).rejects.toMatchObject({ detail: { reason: 'too_many_codes' } })
    await addOwnContact(actor, phone('+393475560000'), NOW)
  })
})

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

describe('family, a tenant or a carer', () => {
  it('is told and sees nothing, and can be taken off again', async () => {
    const { actor, personId, accountId } = await customer()
    const { contactId } = await addOwnContact(actor, { ...mailOf('carer'), role: 'carer', accountIds: [accountId] }, NOW)
    const [carer] = await findContacts('email', 'carer@example.org')
    expect(carer?.personId).not.toBe(personId)
    await confirmByToken((await readLastSecret('carer@example.org')).token, NOW)
    expect(await database().accountAccess.count({ where: { personId: carer?.personId ?? 0 } })).toBe(0)
    await expect(changeOwnContact(actor, { contactId, value: 'x@example.org' }, NOW)).rejects.toMatchObject({
      detail: { reason: 'contact_not_yours' },
    })
    await removeOwnContact(actor, { contactId }, NOW)
    expect((await findContacts('email', 'carer@example.org'))[0]).toMatchObject({ state: 'confirmed', subscriptions: [] })
    expect((await findLetters('carer@example.org')).map(({ kind }) => kind)).toEqual(['confirm_contact', 'contact_removed'])
  })

  it('who is a customer already hears of the account too, at the contact they have', async () => {
    const [owner, friend] = [await customer(), await customer('+393339000004')]
    const { contactId } = await addOwnContact(
      owner.actor,
      { channel: 'sms', value: friend.value, language: 'it', role: 'family', accountIds: [owner.accountId] },
      NOW,
    )
    const done = await confirmByCode(owner.actor, { contactId, code: (await readLastSecret(friend.value)).code }, NOW)
    expect(done.contactId).toBe(friend.contactId)
    expect(await findContacts('sms', friend.value)).toHaveLength(1)
    expect(await database().accountAccess.count({ where: { personId: owner.personId } })).toBe(0)
  })
})

describe('a confirmed contact that is changed or removed', () => {
  it('is told until the new one is confirmed, then hears that it was changed', async () => {
    const { actor, contactId, accountId, value } = await customer()
    const changed = await changeOwnContact(actor, { contactId, value: '+393471112233' }, NOW)
    expect((await findContacts('sms', value))[0]).toMatchObject({ state: 'confirmed', subscriptions: [{ accountId }] })
    await confirmByCode(actor, { contactId: changed.contactId, code: (await readLastSecret('+393471112233')).code }, NOW)
    expect(await findContacts('sms', value)).toEqual([])
    expect((await findContacts('sms', '+393471112233'))[0]).toMatchObject({
      state: 'confirmed',
      subscriptions: [{ accountId, role: 'holder' }],
    })
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['contact_removed'])
  })

  it('is replaced by the number that was meant, where the first was a slip', async () => {
    const { actor, contactId, accountId, value } = await customer()
    const slip = await changeOwnContact(actor, { contactId, value: '+393471112234' }, NOW)
    const back = changeOwnContact(actor, { contactId: slip.contactId, value }, NOW)
    await expect(back).rejects.toMatchObject({ detail: { reason: 'contact_same_value' } })
    const meant = await changeOwnContact(actor, { contactId: slip.contactId, value: '+393471112235' }, NOW)
    expect(await findContacts('sms', '+393471112234')).toEqual([])
    expect((await findContacts('sms', value))[0]).toMatchObject({ state: 'confirmed', subscriptions: [{ accountId }] })
    await confirmByCode(actor, { contactId: meant.contactId, code: (await readLastSecret('+393471112235')).code }, NOW)
    expect(await findContacts('sms', value)).toEqual([])
    expect(await findContacts('sms', '+393471112235')).toMatchObject([{ state: 'confirmed', subscriptions: [{ accountId }] }])
  })

  it('takes nothing from whoever has its number by then', async () => {
    const [before, now] = [await customer(), await customer()]
    const changed = await changeOwnContact(before.actor, { contactId: before.contactId, value: '+393471112236' }, NOW)
    const again = { channel: 'sms', value: before.value, language: 'it', role: 'holder', accountIds: [now.accountId] } as const
    const { contactId } = await addOwnContact(now.actor, again, NOW)
    await confirmByCode(now.actor, { contactId, code: (await readLastSecret(before.value)).code }, NOW)
    await confirmByCode(before.actor, { contactId: changed.contactId, code: (await readLastSecret('+393471112236')).code }, NOW)
    const [theirs] = await findContacts('sms', before.value)
    expect(theirs).toMatchObject({ personId: now.personId, state: 'confirmed' })
    expect(theirs?.subscriptions.map(({ accountId }) => accountId)).toContain(now.accountId)
    expect(await findContacts('sms', '+393471112236')).toMatchObject([{ personId: before.personId, state: 'confirmed', subscriptions: [] }])
  })

  it('is not forgotten with what was said to it, where another was to come in its place', async () => {
    const { actor, personId, contactId } = await customer()
    const told = await addToldMessage({ channel: 'sms', to: '+393471112237', provider: 'twilio', providerId: 'SM-2' })
    await database().contact.update({ where: { id: told.contactId }, data: { personId, state: 'unconfirmed', confirmedAt: null } })
    await changeOwnContact(actor, { contactId, value: '+393471112237' }, NOW)
    await changeOwnContact(actor, { contactId, value: '+393471112238' }, NOW)
    const [kept] = await findContacts('sms', '+393471112237')
    expect(kept).toMatchObject({ id: told.contactId, replacesId: null })
    expect(kept?.personId).not.toBe(personId)
  })

  it('comes back as its account’s holder’s by the customer file, not as nobody’s', async () => {
    const { actor, personId, contactId, accountId, number, value } = await customer()
    const { messageId } = await addToldMessage({ channel: 'sms', to: '+393471112239', provider: 'twilio', providerId: 'SM-3' })
    const { noticeId } = await database().message.findUniqueOrThrow({ where: { id: messageId } })
    const facts = { channel: 'sms', language: 'it', recipient: value, createdAt: NOW, nextAttemptAt: NOW } as const
    await database().message.create({ data: { noticeId, contactId, ...facts } })
    await removeOwnContact(actor, { contactId }, NOW)
    expect(await findContacts('sms', value)).toMatchObject([{ id: contactId, subscriptions: [] }])
    const file = fileOf(['account,channel,value,role,confirmed', `${number},sms,${value},holder,true`], 'contacts.csv')
    await importContacts(CLI, { file }, NOW)
    const told = (await findContacts('sms', value)).filter(({ subscriptions }) => subscriptions.length > 0)
    expect(told).toMatchObject([{ personId, state: 'confirmed', subscriptions: [{ accountId }] }])
  })

  it('stays in the ledger without its person where it was told something', async () => {
    const to = '+393339000009'
    const { contactId } = await addToldMessage({ channel: 'sms', to, provider: 'twilio', providerId: 'SM-1' })
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const actor: CustomerActor = { kind: 'customer', personId, source: '203.0.113.9' }
    await removeOwnContact(actor, { contactId }, NOW)
    const [left] = await findContacts('sms', to)
    expect(left).toMatchObject({ id: contactId, state: 'unconfirmed', subscriptions: [] })
    expect(left?.personId).not.toBe(personId)
    expect((await findLetters(to)).at(-1)?.kind).toBe('contact_removed')
    expect(await database().message.count({ where: { contactId } })).toBe(1)
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

describe('an address without a contract', () => {
  it('is followed for a year by a contact, five at most, and twice is once', async () => {
    const { actor, contactId } = await customer()
    const places = []
    for (let count = 0; count < 6; count++) places.push((await customer()).addressId)
    for (const addressId of places.slice(0, 5)) await enrolAddress(actor, { contactId, addressId }, NOW)
    await enrolAddress(actor, { contactId, addressId: places[0] ?? 0 }, later(60))
    const sixth = enrolAddress(actor, { contactId, addressId: places[5] ?? 0 }, NOW)
    await expect(sixth).rejects.toMatchObject({ detail: { reason: 'too_many_addresses', params: { max: 5 } } })
    const rows = await database().subscription.findMany({ where: { contactId, addressId: { not: null } }, orderBy: { id: 'asc' } })
    expect(rows.map(({ addressId }) => addressId)).toEqual(places.slice(0, 5))
    expect(rows[0]?.renewBy).toEqual(new Date('2027-11-22T11:00:00Z'))
    const unknown = enrolAddress(actor, { contactId, addressId: 999_999 }, NOW)
    await expect(unknown).rejects.toMatchObject({ code: 'not_found', detail: { reason: 'address_unknown' } })
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
