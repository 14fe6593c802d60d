import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { confirmByToken } from '@/lib/contacts/confirm/confirm-by-token'
import { confirmEnrolment } from '@/lib/contacts/enrol/confirm-enrolment'
import { createEnrolmentToken } from '@/lib/contacts/enrol/enrolment-token'
import {
  dropLinkedEnrolment,
  getLinkedEnrolment,
  renewLinkedEnrolment,
  restoreLinkedEnrolment,
} from '@/lib/contacts/enrol/linked-enrolment'
import { getPendingEnrolment } from '@/lib/contacts/enrol/pending-enrolment'
import { resendEnrolment } from '@/lib/contacts/enrol/resend-enrolment'
import { type StartEnrolment, startEnrolment } from '@/lib/contacts/enrol/start-enrolment'
import { sweepEnrolments } from '@/lib/contacts/enrol/sweep-enrolments'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { takeCoverageSnapshot } from '@/lib/coverage/take-coverage-snapshot'
import { database } from '@/lib/db/client'
import { addHousehold, createUtility } from './factories'
import { findContacts, findLetters, readLastSecret, wrongCode } from './letters-lab'

const SECRET = 'a secret for tests'
process.env.NEXTAUTH_SECRET = SECRET

const NOW = new Date('2026-11-22T10:00:00Z')
const PUBLIC: Actor = { kind: 'public', source: '203.0.113.9' }
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000)

let houses = 0
async function house() {
  houses += 1
  const at = { x: houses, y: 1, street: 'Via Roma', number: houses, channel: 'sms', language: 'it' } as const
  return addHousehold({ ...at, value: `+39333200${String(1000 + houses)}` })
}

const form = (addressId: number, value: string, change: Partial<StartEnrolment> = {}): StartEnrolment => ({
  ...{ addressId, value, language: 'it', hasAgreed: true, ...change },
})

async function enrol(addressId: number, value: string, now = NOW) {
  const { proofId } = await startEnrolment(PUBLIC, form(addressId, value), now)
  return confirmEnrolment(PUBLIC, { proofId, code: (await readLastSecret(value)).code }, now)
}

beforeAll(createUtility)

describe('a flat behind a shared meter', () => {
  it('enrols without a contract, by a code, for a year, with what was agreed to', async () => {
    const { addressId } = await house()
    const { proofId } = await startEnrolment(PUBLIC, form(addressId, 'Flat@Example.org', { language: 'uk' }), NOW)
    const [waiting] = await findContacts('email', 'flat@example.org')
    expect(waiting).toMatchObject({ state: 'unconfirmed', language: 'uk' })
    const { code } = await readLastSecret('flat@example.org')
    const wrong = confirmEnrolment(PUBLIC, { proofId, code: wrongCode(code) }, NOW)
    await expect(wrong).rejects.toMatchObject({ detail: { reason: 'code_wrong', field: 'code' } })
    expect(await confirmEnrolment(PUBLIC, { proofId, code }, NOW)).toEqual({ contactId: waiting?.id, addressId })
    const [contact] = await findContacts('email', 'flat@example.org')
    expect(contact).toMatchObject({ state: 'confirmed', subscriptions: [{ addressId, role: 'resident', renewBy: days(365) }] })
    const consents = await database().consent.findMany({ where: { contactId: contact?.id ?? 0 } })
    expect(consents).toMatchObject([{ kind: 'notices', source: 'enrolment', language: 'uk', givenAt: NOW, withdrawnAt: null }])
    expect(consents[0]?.textVersion).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  it('may confirm by the link in the mail instead, and click twice', async () => {
    const { addressId } = await house()
    const twice = await Promise.all([1, 2].map(() => startEnrolment(PUBLIC, form(addressId, 'twice@example.org'), NOW)))
    const again = await startEnrolment(PUBLIC, form(addressId, 'twice@example.org'), NOW)
    expect(twice.map(({ proofId }) => proofId)).toContain(again.proofId)
    await confirmByToken((await readLastSecret('twice@example.org')).token, NOW)
    expect((await findContacts('email', 'twice@example.org')).filter(({ state }) => state === 'confirmed')).toHaveLength(1)
  })

  it('may have the code sent again; what it must agree to and give is said in words', async () => {
    const { addressId } = await house()
    const { proofId } = await startEnrolment(PUBLIC, form(addressId, 'again@example.org'), NOW)
    const first = await readLastSecret('again@example.org')
    const next = await resendEnrolment(PUBLIC, proofId, NOW)
    const old = confirmEnrolment(PUBLIC, { proofId, code: first.code }, NOW)
    await expect(old).rejects.toMatchObject({ detail: { reason: 'code_expired' } })
    await confirmEnrolment(PUBLIC, { proofId: next.proofId, code: (await readLastSecret('again@example.org')).code }, NOW)
    await expect(resendEnrolment(PUBLIC, next.proofId, NOW)).rejects.toMatchObject({ detail: { reason: 'contact_confirmed_already' } })
    const reasonOf = (raw: StartEnrolment) =>
      startEnrolment(PUBLIC, raw, NOW).then(
        () => null,
        (error) => `${error.detail.field} ${error.detail.reason}`,
      )
    expect(await reasonOf(form(addressId, 'a@example.org', { hasAgreed: false }))).toBe('consent consent_missing')
    expect(await reasonOf(form(addressId, '0131 222333'))).toBe('value phone_landline')
    expect(await reasonOf(form(addressId, '+37061234567'))).toBe('value phone_foreign')
    expect(await reasonOf(form(addressId, '333'))).toBe('value import_bad_phone')
    expect(await reasonOf(form(addressId, 'a@b'))).toBe('value import_bad_email')
    expect(await reasonOf(form(999_999, 'a@example.org'))).toBe('addressId address_unknown')
  })
})

describe('whoever has an end already', () => {
  it('enrols as if it were new, and hears of the address at the contact they have, which nobody else could learn', async () => {
    const [home, other] = [await house(), await house()]
    const { value } = await database().contact.findUniqueOrThrow({ where: { id: home.contactId } })
    const before = await database().person.count()
    expect(await enrol(other.addressId, value)).toEqual({ contactId: home.contactId, addressId: other.addressId })
    const [contact, ...others] = await findContacts('sms', value)
    expect(others).toEqual([])
    expect(contact?.subscriptions.map(({ addressId, role }) => [addressId, role])).toEqual([
      [null, 'holder'],
      [other.addressId, 'resident'],
    ])
    expect(await database().person.count()).toBe(before)
    expect(await database().accountAccess.count()).toBe(0)
  })

  it('is not enrolled for what somebody else had asked for in their name', async () => {
    const [theirs, mine] = [await house(), await house()]
    await startEnrolment({ kind: 'public', source: '198.51.100.1' }, form(theirs.addressId, 'both@example.org'), NOW)
    await enrol(mine.addressId, 'both@example.org')
    const confirmed = (await findContacts('email', 'both@example.org')).find(({ state }) => state === 'confirmed')
    expect(confirmed?.subscriptions.map(({ addressId }) => addressId)).toEqual([mine.addressId])
  })

  it('shows no other address of theirs to whoever had asked for the code', async () => {
    const [first, second] = [await house(), await house()]
    for (const { addressId } of [first, second]) await enrol(addressId, 'watched@example.org')
    const { proofId } = await startEnrolment(PUBLIC, form(first.addressId, 'watched@example.org'), days(1))
    expect(await getPendingEnrolment(proofId)).toMatchObject({ addressId: first.addressId })
    const { code, token } = await readLastSecret('watched@example.org')
    await confirmByToken(token, days(1))
    const confirmed = { code: 'not_found', detail: { reason: 'contact_confirmed_already' } }
    await expect(getPendingEnrolment(proofId)).rejects.toMatchObject(confirmed)
    await expect(confirmEnrolment(PUBLIC, { proofId, code }, days(1))).rejects.toMatchObject(confirmed)
  })

  it('follows five addresses at most: the sixth is refused only to whoever has the code', async () => {
    for (let count = 0; count < 5; count++) await enrol((await house()).addressId, '+393332111111', days(count))
    const { addressId } = await house()
    const { proofId } = await startEnrolment(PUBLIC, form(addressId, '+393332111111'), days(6))
    const { code } = await readLastSecret('+393332111111')
    const sixth = confirmEnrolment(PUBLIC, { proofId, code }, days(6))
    await expect(sixth).rejects.toMatchObject({ detail: { reason: 'too_many_addresses' } })
    const told = (await findContacts('sms', '+393332111111')).filter(({ state }) => state === 'confirmed')
    expect(told.map(({ subscriptions }) => subscriptions.length)).toEqual([5])
  })
})

describe('a year later', () => {
  it('somebody is asked once, a month before, and renews by the link', async () => {
    const { addressId } = await house()
    const enrolment = await enrol(addressId, 'stays@example.org')
    expect(await sweepEnrolments(days(334))).toMatchObject({ dropped: 0 })
    expect((await findLetters('stays@example.org')).map(({ kind }) => kind)).toEqual(['confirm_contact'])
    await sweepEnrolments(days(335))
    await sweepEnrolments(days(335))
    const [, asked, ...more] = await findLetters('stays@example.org')
    expect(more).toEqual([])
    expect(asked).toMatchObject({ kind: 'renewal_asked', facts: { address: `Via Roma ${houses}`, addressId, until: '22 nov 2027' } })
    const token = createEnrolmentToken(enrolment, SECRET)
    await renewLinkedEnrolment(token, days(350))
    expect((await getLinkedEnrolment(token)).renewBy).toEqual(new Date('2028-11-07T10:00:00Z'))
    await sweepEnrolments(days(366))
    expect((await findContacts('email', 'stays@example.org'))[0]?.subscriptions).toHaveLength(1)
  })

  it('whoever does not answer is dropped, and told so', async () => {
    const { addressId } = await house()
    await enrol(addressId, 'moved@example.org')
    await sweepEnrolments(days(335))
    await sweepEnrolments(days(366))
    expect((await findContacts('email', 'moved@example.org'))[0]).toMatchObject({ state: 'confirmed', subscriptions: [] })
    expect((await findLetters('moved@example.org')).map(({ kind }) => kind)).toEqual([
      'confirm_contact',
      'renewal_asked',
      'enrolment_ended',
    ])
  })

  it('somebody who enrols once more instead of answering is asked again a year later, and not dropped unasked', async () => {
    const { addressId } = await house()
    await enrol(addressId, 'anew@example.org')
    await sweepEnrolments(days(340))
    expect((await findLetters('anew@example.org')).at(-1)?.kind).toBe('renewal_asked')
    await enrol(addressId, 'anew@example.org', days(341))
    await sweepEnrolments(days(341 + 340))
    expect((await findLetters('anew@example.org')).filter(({ kind }) => kind === 'renewal_asked')).toHaveLength(2)
    await sweepEnrolments(days(341 + 372))
    expect((await findLetters('anew@example.org')).at(-1)?.kind).toBe('enrolment_ended')
  })

  it('nobody is dropped unasked, however long nothing ran', async () => {
    const { addressId } = await house()
    await enrol(addressId, 'sleeper@example.org')
    await sweepEnrolments(days(400))
    expect((await findContacts('email', 'sleeper@example.org'))[0]?.subscriptions[0]?.renewBy).toEqual(days(430))
    await sweepEnrolments(days(431))
    expect((await findContacts('email', 'sleeper@example.org'))[0]?.subscriptions).toEqual([])
  })

  it('nobody is asked or dropped in the night', async () => {
    const { addressId } = await house()
    await enrol(addressId, 'sleeps@example.org')
    const midnight = new Date(days(350).getTime() + 13 * 3_600_000)
    expect(await sweepEnrolments(midnight)).toEqual({ asked: 0, dropped: 0 })
    expect((await findLetters('sleeps@example.org')).map(({ kind }) => kind)).toEqual(['confirm_contact'])
    await sweepEnrolments(new Date(midnight.getTime() + 9 * 3_600_000))
    expect((await findLetters('sleeps@example.org')).at(-1)?.kind).toBe('renewal_asked')
  })

  it('what was never confirmed is forgotten after a week, with its person; what customers added stays', async () => {
    const { addressId, contactId } = await house()
    await startEnrolment(PUBLIC, form(addressId, 'never@example.org'), NOW)
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const own = { channel: 'email', value: 'slow@example.org', language: 'it', role: 'holder' } as const
    await addOwnContact({ kind: 'customer', personId, source: 'x' }, own, NOW)
    const people = await database().person.count()
    await sweepEnrolments(days(6))
    expect(await findContacts('email', 'never@example.org')).toHaveLength(1)
    await sweepEnrolments(days(8))
    expect(await findContacts('email', 'never@example.org')).toEqual([])
    expect(await database().person.count()).toBeLessThan(people)
    expect(await findContacts('email', 'slow@example.org')).toHaveLength(1)
  })
})

describe('the link of an enrolment', () => {
  it('ends it and takes that back; a forged one opens nothing', async () => {
    const { addressId } = await house()
    const enrolment = await enrol(addressId, 'linked@example.org')
    const token = createEnrolmentToken(enrolment, SECRET)
    expect(await getLinkedEnrolment(token)).toMatchObject({ addressId, channel: 'email', shown: 'l…@example.org', renewBy: days(365) })
    await dropLinkedEnrolment(token)
    await dropLinkedEnrolment(token)
    expect((await getLinkedEnrolment(token)).renewBy).toBeNull()
    await restoreLinkedEnrolment(token, NOW)
    expect((await getLinkedEnrolment(token)).renewBy).toEqual(days(365))
    const other = createEnrolmentToken({ ...enrolment, addressId: addressId + 1 }, SECRET)
    for (const wrong of [createEnrolmentToken(enrolment, 'another'), `${other.slice(0, 11)}${token.slice(11)}`, 'x', ''])
      await expect(dropLinkedEnrolment(wrong)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the figures of coverage', () => {
  it('move with whoever confirms behind a shared meter, and back when they stop', async () => {
    const { addressId, contactId } = await house()
    await database().servicePoint.updateMany({ where: { addressId }, data: { kind: 'shared', units: 12 } })
    await database().subscription.deleteMany({ where: { contactId } })
    const covered = async () => {
      await takeCoverageSnapshot({ kind: 'system', name: 'test', source: 'system' }, NOW)
      const [sum] = await database().$queryRaw<Array<{ count: number }>>`SELECT sum(with_email)::int AS count FROM coverage_day`
      return sum?.count ?? 0
    }
    const before = await covered()
    const { proofId } = await startEnrolment(PUBLIC, form(addressId, 'counted@example.org'), NOW)
    expect(await covered()).toBe(before)
    const enrolment = await confirmEnrolment(PUBLIC, { proofId, code: (await readLastSecret('counted@example.org')).code }, NOW)
    expect(await covered()).toBe(before + 1)
    await dropLinkedEnrolment(createEnrolmentToken(enrolment, SECRET))
    expect(await covered()).toBe(before)
  })

  it('count nobody who stopped the messages about their contract', async () => {
    const { contactId } = await house()
    const covered = async () => {
      await takeCoverageSnapshot({ kind: 'system', name: 'test', source: 'system' }, NOW)
      const [sum] = await database().$queryRaw<Array<{ count: number }>>`SELECT sum(with_sms)::int AS count FROM coverage_day`
      return sum?.count ?? 0
    }
    const before = await covered()
    await database().$executeRaw`UPDATE subscription SET paused_until = ${FOR_GOOD} WHERE contact_id = ${contactId}`
    expect(await covered()).toBe(before - 1)
    await database().$executeRaw`UPDATE subscription SET paused_until = ${days(7)} WHERE contact_id = ${contactId}`
    expect(await covered()).toBe(before)
  })
})
