import { beforeAll, describe, expect, it } from 'vitest'
import { dropFollow } from '@/lib/bots/effects/drop-follows'
import { addOwnContact } from '@/lib/contacts/confirm/add-own-contact'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { dropEnrolment } from '@/lib/contacts/enrol/drop-enrolment'
import { createEnrolmentToken } from '@/lib/contacts/enrol/enrolment-token'
import { dropLinkedEnrolment } from '@/lib/contacts/enrol/linked-enrolment'
import { importContacts } from '@/lib/contacts/import-contacts'
import { stopAddress } from '@/lib/contacts/stop-address'
import { database } from '@/lib/db/client'
import type { SubscriptionRole } from '@/lib/db/generated/enums'
import { sweep } from '@/lib/notices/sweep'
import { removeBuilding } from '@/lib/self-service/buildings/remove-building'
import { deleteOwnData } from '@/lib/self-service/delete-own-data'
import { stopSubscription } from '@/lib/self-service/stop-subscription'
import { commandAnew } from './command'
import { addCustomer, NOW } from './customer-lab'
import { createUtility } from './factories'
import { CLI, fileOf } from './import-files'
import { readLastSecret } from './letters-lab'
import { addToldMessage } from './told-messages'

const SECRET = 'a secret for tests'
process.env.NEXTAUTH_SECRET = SECRET

beforeAll(createUtility)

type Customer = Awaited<ReturnType<typeof addCustomer>>

/** The utility's file, as it comes each night. */
function fileFor(number: string, value: string, channel = 'sms'): string {
  return fileOf(['account,channel,value,role,confirmed', `${number},${channel},${value},holder,true`], 'contacts.csv')
}

function load(number: string, value: string, channel?: string) {
  return importContacts(CLI, { file: fileFor(number, value, channel) }, NOW)
}

async function loadAddress(addressId: number, value: string, role: SubscriptionRole) {
  const { number, street } = await database().address.findUniqueOrThrow({ where: { id: addressId }, include: { street: true } })
  const rows = ['municipality,street,number,channel,value,role,confirmed', `Provaglio,${street.label},${number},sms,${value},${role},true`]
  return importContacts(CLI, { file: fileOf(rows, 'contacts.csv') }, NOW)
}

const isTold = async (value: string) => (await database().subscription.count({ where: { contact: { value } } })) > 0

async function follow({ contactId, addressId }: Customer, role: SubscriptionRole) {
  const { id } = await database().subscription.create({ data: { contactId, addressId, role } })
  return id
}

const WAYS: Array<[string, (customer: Customer) => Promise<unknown>]> = [
  ['is forgotten', ({ actor }) => deleteOwnData(actor, { confirmed: true }, NOW)],
  ['stops one account', ({ actor, subscriptionId }) => stopSubscription(actor, { subscriptionId }, NOW)],
  ['removes a contact', ({ actor, contactId }) => removeOwnContact(actor, { contactId }, NOW)],
]

describe('the utility’s next file of contacts does not bring back whoever', () => {
  for (const [name, leave] of WAYS)
    it(`${name}; what is left out is counted, each time`, async () => {
      const customer = await addCustomer()
      expect(await load(customer.number, customer.value)).toMatchObject({ unchanged: 1, leftOut: 0 })
      await leave(customer)
      for (const _night of [1, 2])
        expect(await load(customer.number, customer.value)).toMatchObject({ new: 0, changed: 0, unchanged: 0, rejected: 0, leftOut: 1 })
      expect(await isTold(customer.value)).toBe(false)
      const [run] = await database().importRun.findMany({ orderBy: { id: 'desc' }, take: 1 })
      expect(run).toMatchObject({ added: 0, leftOut: 1 })
    })

  it('has another telephone now', async () => {
    const { actor, contactId, number, value } = await addCustomer()
    const changed = await changeOwnContact(actor, { contactId, value: '+393479990001' }, NOW)
    await confirmByCode(actor, { contactId: changed.contactId, code: (await readLastSecret('+393479990001')).code }, NOW)
    expect(await load(number, value)).toMatchObject({ new: 0, leftOut: 1 })
    expect(await load(number, '+393479990001')).toMatchObject({ unchanged: 1, leftOut: 0 })
  })

  it('left by a chat', async () => {
    const { personId, accountId, number } = await addCustomer()
    const chat = { personId, channel: 'telegram', value: '700901', language: 'it', state: 'confirmed' } as const
    const { id: contactId } = await database().contact.create({ data: chat })
    const { id } = await database().subscription.create({ data: { contactId, accountId, role: 'holder' } })
    const context = { chat: { channel: 'telegram', id: '700901' }, language: 'it', now: NOW, cause: 'test' }
    expect(await dropFollow(context as Parameters<typeof dropFollow>[0], id)).toMatchObject({ is: 'dropped' })
    expect(await load(number, '700901', 'telegram')).toMatchObject({ new: 0, leftOut: 1 })
  })

  it('left an address without a contract: on the page, by its link, by the link of a message, as a building’s manager', async () => {
    const ways: Array<[SubscriptionRole, (customer: Customer) => Promise<unknown>]> = [
      ['resident', ({ actor, contactId, addressId }) => dropEnrolment(actor, { contactId, addressId }, NOW)],
      ['resident', ({ contactId, addressId }) => dropLinkedEnrolment(createEnrolmentToken({ contactId, addressId }, SECRET))],
      ['resident', ({ contactId, addressId }) => stopAddress(database(), contactId, addressId)],
      ['building_manager', ({ actor, addressId }) => removeBuilding(actor, { addressId }, NOW)],
    ]
    for (const [role, leave] of ways) {
      const customer = await addCustomer()
      await follow(customer, role)
      expect(await loadAddress(customer.addressId, customer.value, role)).toMatchObject({ unchanged: 1, leftOut: 0 })
      await leave(customer)
      expect(await loadAddress(customer.addressId, customer.value, role)).toMatchObject({ new: 0, leftOut: 1 })
    }
  })
})

describe('who left', () => {
  it('comes back by their own will, and is told of other accounts as before', async () => {
    const [me, other] = [await addCustomer(), await addCustomer()]
    await stopSubscription(me.actor, { subscriptionId: me.subscriptionId }, NOW)
    expect(await load(other.number, me.value)).toMatchObject({ new: 1, leftOut: 0 })
    const { accountId } = me
    const { contactId } = await addOwnContact(
      me.actor,
      { channel: 'sms', value: me.value, language: 'it', accountIds: [accountId], role: 'holder' },
      NOW,
    )
    expect(await database().subscription.count({ where: { contactId, accountId } })).toBe(1)
    expect(await load(me.number, me.value)).toMatchObject({ leftOut: 0, rejected: 0 })
  })

  it('is not brought back by whoever typed their telephone in and never confirmed it', async () => {
    const [me, other] = [await addCustomer(), await addCustomer()]
    await deleteOwnData(me.actor, { confirmed: true }, NOW)
    const { accountId, number } = me
    await database().account.update({ where: { id: accountId }, data: { holderId: other.personId } })
    await addOwnContact(other.actor, { channel: 'sms', value: me.value, language: 'it', accountIds: [accountId], role: 'holder' }, NOW)
    expect(await load(number, me.value)).toMatchObject({ new: 0, leftOut: 1 })
    expect(await database().contact.count({ where: { value: me.value, state: 'confirmed' } })).toBe(0)
  })

  it('is not spoken for by whoever typed an end in that they never confirmed', async () => {
    const { actor, number, accountId } = await addCustomer()
    const value = '+393479990009'
    const { contactId } = await addOwnContact(
      actor,
      { channel: 'sms', value, language: 'it', accountIds: [accountId], role: 'holder' },
      NOW,
    )
    await removeOwnContact(actor, { contactId }, NOW)
    expect(await load(number, value)).toMatchObject({ new: 1, leftOut: 0 })
  })

  it('stands nowhere in plain words, and a file that cannot be compared changes nothing', async () => {
    const { actor, number, value } = await addCustomer()
    await deleteOwnData(actor, { confirmed: true }, NOW)
    const [{ text } = { text: '' }] = await database().$queryRaw<
      Array<{ text: string }>
    >`SELECT string_agg(refusal::text, ' ') AS text FROM refusal`
    expect(text).not.toContain(value.slice(3))
    process.env.NEXTAUTH_SECRET = ''
    const loaded = await commandAnew('import', 'contacts', fileFor(number, value))
    process.env.NEXTAUTH_SECRET = SECRET
    expect(loaded).toMatchObject({ status: 2, stderr: expect.stringContaining('NEXTAUTH_SECRET is missing') })
    expect(await isTold(value)).toBe(false)
  })
})

it('whoever is forgotten while a message is with its provider: the recipient goes once it is known what became of it', async () => {
  const { messageId, contactId } = await addToldMessage({
    ...{ channel: 'sms', to: '+393479990010', provider: 'twilio', providerId: 'SM-forget', state: 'sending' },
  })
  const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
  await deleteOwnData({ kind: 'customer', personId, source: '203.0.113.9' }, { confirmed: true }, NOW)
  const recipient = async () => (await database().message.findUniqueOrThrow({ where: { id: messageId } })).recipient
  await database().message.update({ where: { id: messageId }, data: { claimedAt: new Date(), claimToken: crypto.randomUUID() } })
  await sweep(new Date())
  expect(await recipient()).toBe('+393479990010')
  await database().message.update({ where: { id: messageId }, data: { state: 'sent', sentAt: new Date() } })
  await sweep(new Date())
  expect(await recipient()).toBeNull()
  expect(await database().recipientToForget.count()).toBe(0)
})
