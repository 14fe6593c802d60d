import { beforeAll, describe, expect, it } from 'vitest'
import { addContact } from '@/lib/call-centre/add-contact'
import { confirmContact } from '@/lib/call-centre/confirm-contact'
import { replaceContact } from '@/lib/call-centre/replace-contact'
import { setContactLanguage } from '@/lib/call-centre/set-contact-language'
import { stopContact } from '@/lib/call-centre/stop-contact'
import { database } from '@/lib/db/client'
import { addCallers, CALL_CENTRE, findHits, NOW, PHONE } from './caller-lab'
import { addHousehold, createUtility } from './factories'

type Callers = Awaited<ReturnType<typeof addCallers>>
let anna: Callers['anna']
let bruno: Callers['bruno']
let annaAccount: number
let brunoAccount: number

beforeAll(async () => {
  await createUtility()
  ;({ anna, bruno, annaAccount, brunoAccount } = await addCallers())
})

describe('mending a contact', () => {
  const contactOf = (id: number) => database().contact.findUniqueOrThrow({ where: { id } })

  it('adds a telephone in E.164, confirmed when it was read back, and makes its person the holder', async () => {
    const input = {
      accountId: brunoAccount,
      channel: 'sms',
      value: '347 765 4321',
      language: 'uk',
      role: 'holder',
      isReadBack: true,
    } as const
    const { contactId } = await addContact(CALL_CENTRE, input, NOW)
    const holder = await database().account.findUniqueOrThrow({ where: { id: brunoAccount } })
    expect(await contactOf(contactId)).toMatchObject({
      value: '+393477654321',
      state: 'confirmed',
      language: 'uk',
      personId: holder.holderId,
      confirmedAt: NOW,
    })
    expect(await addContact(CALL_CENTRE, input, NOW)).toEqual({ contactId })
    expect(await database().subscription.count({ where: { contactId } })).toBe(1)
  })

  it('leaves what was not read back unconfirmed', async () => {
    const input = {
      addressId: bruno.addressId,
      channel: 'email',
      value: 'Tenant@Example.org',
      language: 'en',
      role: 'resident',
      isReadBack: false,
    } as const
    const { contactId } = await addContact(CALL_CENTRE, input, NOW)
    expect(await contactOf(contactId)).toMatchObject({ value: 'tenant@example.org', state: 'unconfirmed', confirmedAt: null })
    await confirmContact(CALL_CENTRE, { contactId }, NOW)
    expect(await contactOf(contactId)).toMatchObject({ state: 'confirmed', confirmedAt: NOW })
  })

  it('tells a number that is known already once for everything', async () => {
    const input = { addressId: bruno.addressId, channel: 'sms', value: PHONE, language: 'en', role: 'resident', isReadBack: true } as const
    expect(await addContact(CALL_CENTRE, input, NOW)).toEqual({ contactId: anna.contactId })
    expect(await database().contact.count({ where: { value: PHONE } })).toBe(1)
    const hits = await findHits(PHONE)
    expect(hits.map(({ kind }) => kind)).toEqual(['account', 'address'])
  })

  it.each([
    ['123', 'sms', 'import_bad_phone'],
    ['not a number', 'sms', 'import_bad_phone'],
    ['anna@', 'email', 'import_bad_email'],
  ] as const)('refuses %s as %s', async (value, channel, reason) => {
    const input = { accountId: brunoAccount, channel, value, language: 'it', role: 'holder', isReadBack: true } as const
    await expect(addContact(CALL_CENTRE, input, NOW)).rejects.toMatchObject({ code: 'bad_input', detail: { reason, field: 'value' } })
  })

  it('takes "unreachable" off for everybody at that end, and nothing else', async () => {
    const twin = await addHousehold({
      x: 8,
      y: 8,
      street: 'via Rossi',
      number: 1,
      channel: 'sms',
      value: '+393331110000',
      language: 'it',
      state: 'unreachable',
    })
    const other = await addHousehold({
      x: 9,
      y: 9,
      street: 'via Rossi',
      number: 2,
      channel: 'sms',
      value: '+393331110000',
      language: 'it',
      state: 'unreachable',
    })
    const waiting = await addHousehold({
      x: 9,
      y: 8,
      street: 'via Rossi',
      number: 3,
      channel: 'sms',
      value: '+393331110000',
      language: 'it',
      state: 'unconfirmed',
    })
    await confirmContact(CALL_CENTRE, { contactId: twin.contactId }, NOW)
    expect(await Promise.all([twin, other, waiting].map(async ({ contactId }) => (await contactOf(contactId)).state))).toEqual([
      'confirmed',
      'confirmed',
      'unconfirmed',
    ])
  })

  it('replaces a number, keeps what it hears about, and what was sent to the old one', async () => {
    const house = await addHousehold({
      x: 12,
      y: 12,
      street: 'via Nuova',
      number: 1,
      channel: 'sms',
      value: '+393332220000',
      language: 'it',
      state: 'unreachable',
    })
    await replaceContact(CALL_CENTRE, { contactId: house.contactId, value: '333 222 0001', isReadBack: true }, NOW)
    expect(await contactOf(house.contactId)).toMatchObject({ value: '+393332220001', state: 'confirmed', unreachableReason: null })
    expect(await database().subscription.count({ where: { contactId: house.contactId } })).toBe(1)
    const same = { contactId: house.contactId, value: '+39 333 222 0001', isReadBack: true }
    await expect(replaceContact(CALL_CENTRE, same, NOW)).rejects.toMatchObject({ detail: { reason: 'contact_same_value' } })
    await expect(replaceContact(CALL_CENTRE, { ...same, value: PHONE }, NOW)).rejects.toMatchObject({
      detail: { reason: 'contact_exists' },
    })
  })

  it('stops everything to a telephone at its owner’s word, and lets no member of staff take a STOP back', async () => {
    const house = await addHousehold({
      x: 14,
      y: 14,
      street: 'via Stop',
      number: 1,
      channel: 'sms',
      value: '+393334440000',
      language: 'it',
    })
    const twin = await addHousehold({ x: 15, y: 14, street: 'via Stop', number: 2, channel: 'sms', value: '+393334440000', language: 'it' })
    expect(await stopContact(CALL_CENTRE, { contactId: house.contactId }, NOW)).toEqual({ remaining: [] })
    expect((await contactOf(twin.contactId)).state).toBe('opted_out')
    const stopped = { code: 'conflict', detail: { reason: 'contact_opted_out' } }
    const again = {
      addressId: house.addressId,
      channel: 'sms',
      value: '+393334440000',
      language: 'it',
      role: 'resident',
      isReadBack: true,
    } as const
    await expect(confirmContact(CALL_CENTRE, { contactId: house.contactId }, NOW)).rejects.toMatchObject(stopped)
    await expect(addContact(CALL_CENTRE, again, NOW)).rejects.toMatchObject(stopped)
    await expect(
      replaceContact(CALL_CENTRE, { contactId: house.contactId, value: '+393334440001', isReadBack: true }, NOW),
    ).rejects.toMatchObject(stopped)
    expect(await database().subscription.count({ where: { contactId: house.contactId, addressId: house.addressId } })).toBe(0)
  })

  it('sets a language, and keeps no contact’s value in the audit trail', async () => {
    await setContactLanguage(CALL_CENTRE, { contactId: bruno.contactId, language: 'uk' }, NOW)
    expect((await contactOf(bruno.contactId)).language).toBe('uk')
    const trail = await database().auditEntry.findMany({ where: { subject: { startsWith: 'contact:' } } })
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['contact.add', 'contact.confirm', 'contact.replace', 'contact.language', 'contact.opt_out']),
    )
    expect(JSON.stringify(trail.map(({ before, after }) => [before, after]))).not.toMatch(/\+39|@|7654321/)
  })

  it('adds one contact and one person when two members of staff add the same number at once', async () => {
    const input = {
      accountId: annaAccount,
      channel: 'sms',
      value: '+39 349 111 2222',
      language: 'it',
      role: 'resident',
      isReadBack: true,
    } as const
    const added = await Promise.all([addContact(CALL_CENTRE, input, NOW), addContact(CALL_CENTRE, input, NOW)])
    expect(added[0]).toEqual(added[1])
    expect(await database().contact.count({ where: { value: '+393491112222' } })).toBe(1)
  })
})
