import { beforeAll, describe, expect, it } from 'vitest'
import type { CustomerActor } from '@/lib/auth/actor'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { importContacts } from '@/lib/contacts/import-contacts'
import { getUnsubscribeView } from '@/lib/contacts/unsubscribe'
import { createUnsubscribeToken } from '@/lib/contacts/unsubscribe-token'
import { database } from '@/lib/db/client'
import { addCustomer as customer, NOW } from './customer-lab'
import { createUtility } from './factories'
import { CLI, fileOf } from './import-files'
import { findContacts, findLetters, readLastSecret } from './letters-lab'
import { addToldMessage } from './told-messages'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

beforeAll(createUtility)

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

  it('keeps its row where the ledger knows it: who heard of works hears of their change, what waits is sent, and old links say nothing', async () => {
    const { actor, personId, contactId, accountId, value } = await customer()
    const { messageId } = await addToldMessage({ channel: 'sms', to: '+393471112241', provider: 'twilio', providerId: 'SM-4' })
    const { noticeId } = await database().message.findUniqueOrThrow({ where: { id: messageId } })
    const told = { channel: 'sms', language: 'it', createdAt: NOW, nextAttemptAt: NOW } as const
    await database().message.create({ data: { ...told, noticeId, contactId, state: 'sent', recipient: value, sentAt: NOW } })
    const token = createUnsubscribeToken(contactId, process.env.NEXTAUTH_SECRET ?? '', noticeId)
    expect(await getUnsubscribeView(token)).toMatchObject({ channel: 'sms', isStopped: false })
    const changed = await changeOwnContact(actor, { contactId, value: '+393471112242' }, NOW)
    const { code } = await readLastSecret('+393471112242')
    expect(await confirmByCode(actor, { contactId: changed.contactId, code }, NOW)).toMatchObject({ contactId, maySignIn: true })
    expect(await findContacts('sms', '+393471112242')).toMatchObject([
      { id: contactId, personId, state: 'confirmed', subscriptions: [{ accountId }] },
    ])
    expect(await findContacts('sms', value)).toEqual([])
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['contact_removed'])
    await expect(getUnsubscribeView(token)).rejects.toMatchObject({ detail: { reason: 'unsubscribe_link_wrong' } })
    expect(await database().message.findMany({ where: { contactId } })).toMatchObject([{ recipient: value }])
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
    const again = { channel: 'sms', value: before.value, language: 'it', role: 'holder' } as const
    const { contactId } = await addOwnContact(now.actor, { ...again, accountIds: [now.accountId] }, NOW)
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

  it('comes back by the customer file for another account as its holder’s, not as nobody’s', async () => {
    const { actor, personId, contactId, value } = await customer()
    const { accountId, number } = await customer()
    await database().account.update({ where: { id: accountId }, data: { holderId: personId } })
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
