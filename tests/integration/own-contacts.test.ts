import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { sendProofAgain } from '@/lib/contacts/confirm/send-proof-again'
import { enrolAddress } from '@/lib/contacts/enrol/enrol-address'
import { markUnreachable } from '@/lib/contacts/mark-unreachable'
import { optOut } from '@/lib/contacts/opt-out'
import { database } from '@/lib/db/client'
import { addCustomer as customer, later, mailOf, NOW } from './customer-lab'
import { createUtility } from './factories'
import { findContacts, findLetters, readLastSecret, wrongCode } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

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

  it('that bounced or said STOP is told again once its owner typed a new code', async () => {
    const [bounced, stopped] = [await customer('bounced@example.org'), await customer('stopped@example.org')]
    await markUnreachable(database(), [{ contactId: bounced.contactId, reason: 'mailbox_gone' }], NOW)
    await optOut(database(), SYSTEM, { channel: 'email', value: stopped.value }, 'a word', NOW)
    for (const { actor, contactId, value } of [bounced, stopped]) {
      await sendProofAgain(actor, { contactId }, NOW)
      await confirmByCode(actor, { contactId, code: (await readLastSecret(value)).code }, NOW)
      expect(await findContacts('email', value)).toMatchObject([{ id: contactId, state: 'confirmed', unreachableReason: null }])
    }
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
