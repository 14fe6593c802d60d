import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { database } from '@/lib/db/client'
import { addAccount } from '@/lib/self-service/add-account'
import { askForExportCode } from '@/lib/self-service/ask-for-export-code'
import { followAccount } from '@/lib/self-service/follow-account'
import { getOwnAccount } from '@/lib/self-service/get-own-account'
import { getOwnHome } from '@/lib/self-service/get-own-home'
import { listOwnContacts } from '@/lib/self-service/list-own-contacts'
import { pauseSubscription } from '@/lib/self-service/pause-subscription'
import { proveAccount } from '@/lib/self-service/prove-account'
import { sendTest } from '@/lib/self-service/send-test'
import { setOwnContact } from '@/lib/self-service/set-own-contact'
import { setSupportNeeds } from '@/lib/self-service/set-support-needs'
import { setTopics } from '@/lib/self-service/set-topics'
import { stopSubscription } from '@/lib/self-service/stop-subscription'
import { tellOfGuesses } from '@/lib/self-service/tell-of-guesses'
import { addCustomer as customer, later, NOW, tell } from './customer-lab'
import { createUtility } from './factories'
import { findLetters } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const notFound = { code: 'not_found' }

beforeAll(createUtility)
beforeEach(async () => {
  await database().accountGuess.deleteMany()
})

describe('what is told', () => {
  it('is shown with masked ends, topics and states, and changes as its owner likes', async () => {
    const { actor, accountId, subscriptionId, contactId, value } = await customer()
    await setTopics(actor, { subscriptionId, topics: ['bills', 'planned_works'] }, NOW)
    await pauseSubscription(actor, { subscriptionId, pause: 'week' }, NOW)
    await setOwnContact(actor, { contactId, language: 'lt', quietFrom: '22:00', quietTo: '06:30' }, NOW)
    const account = await getOwnAccount(actor, String(accountId), NOW)
    expect(account.told).toMatchObject([
      { topics: ['planned_works', 'bills'], pausedUntil: later(7 * 24 * 60).toISOString(), language: 'lt', isOwn: true, role: 'holder' },
    ])
    expect(JSON.stringify([account, await getOwnHome(actor, NOW), await listOwnContacts(actor)])).not.toContain(value)
    await pauseSubscription(actor, { subscriptionId, pause: 'until_resumed' }, NOW)
    expect((await getOwnAccount(actor, String(accountId), NOW)).told[0]?.isPausedForGood).toBe(true)
    await pauseSubscription(actor, { subscriptionId, pause: 'resume' }, NOW)
    expect((await getOwnAccount(actor, String(accountId), NOW)).told[0]?.pausedUntil).toBeNull()
  })

  it('stops at one place without stopping all, and says so to the contact', async () => {
    const { actor, subscriptionId, contactId, addressId, accountId, value } = await customer()
    await database().subscription.create({ data: { contactId, addressId, role: 'resident' } })
    await stopSubscription(actor, { subscriptionId }, NOW)
    expect((await getOwnAccount(actor, String(accountId), NOW)).told).toEqual([])
    expect((await getOwnHome(actor, NOW)).enrolments).toMatchObject([{ addressId, told: [{ contactId }] }])
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['contact_removed'])
    await followAccount(actor, { accountId, contactId }, NOW)
    expect((await getOwnAccount(actor, String(accountId), NOW)).told).toMatchObject([{ contactId, role: 'holder' }])
  })

  it.each([['no topic', (one: { subscriptionId: number }) => ({ run: setTopics, input: { ...one, topics: [] } }), 'topics_missing']])(
    'refuses %s',
    async (_what, given, reason) => {
      const { actor, subscriptionId } = await customer()
      const { run, input } = given({ subscriptionId })
      await expect(run(actor, input, NOW)).rejects.toMatchObject({ detail: { reason } })
    },
  )

  it('refuses half of quiet hours, and hours that are none', async () => {
    const { actor, contactId } = await customer()
    const set = (quietFrom: string, quietTo: string) => setOwnContact(actor, { contactId, language: 'it', quietFrom, quietTo }, NOW)
    await expect(set('22:00', '')).rejects.toMatchObject({ detail: { reason: 'quiet_hours_half', field: 'quietTo' } })
    await expect(set('22:00', '22:00')).rejects.toMatchObject({ detail: { reason: 'quiet_hours_same' } })
    await expect(set('25:00', '06:00')).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('is shown with its receipts, and the text only of what went to oneself', async () => {
    const mine = await customer()
    const carer = await customer()
    await database().subscription.create({ data: { contactId: carer.contactId, accountId: mine.accountId, role: 'carer' } })
    await tell(mine.accountId, [mine.contactId, carer.contactId])
    await tell(carer.accountId, [carer.contactId])
    const { sent } = await getOwnAccount(mine.actor, String(mine.accountId), NOW)
    expect(sent).toMatchObject([
      { text: null, state: 'delivered', deliveredAt: later(1).toISOString() },
      { text: `No water for ${mine.contactId}`, kind: 'advance', channel: 'sms', sentAt: NOW.toISOString() },
    ])
    expect(JSON.stringify(sent)).not.toContain(carer.value)
    expect((await getOwnAccount(carer.actor, String(carer.accountId), NOW)).sent).toHaveLength(1)
  })

  it('is tried by a test, three times a day, by confirmed contacts alone', async () => {
    const { actor, contactId, value } = await customer()
    for (let index = 0; index < 3; index++) await sendTest(actor, { contactId }, NOW)
    await expect(sendTest(actor, { contactId }, later(1))).rejects.toMatchObject({ code: 'too_many_requests' })
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['test', 'test', 'test'])
    await sendTest(actor, { contactId }, later(24 * 60 + 1))
    await database().contact.update({ where: { id: contactId }, data: { state: 'unconfirmed' } })
    await expect(sendTest(actor, { contactId }, later(3000))).rejects.toMatchObject({ detail: { reason: 'contact_not_confirmed' } })
  })
})

describe('what is somebody else’s', () => {
  it('is neither seen nor changed, as if it did not exist', async () => {
    const [me, other] = [await customer(), await customer()]
    const { subscriptionId, contactId, accountId } = other
    const tries: Array<() => Promise<unknown>> = [
      () => getOwnAccount(me.actor, String(accountId), NOW),
      () => setTopics(me.actor, { subscriptionId, topics: ['bills'] }, NOW),
      () => pauseSubscription(me.actor, { subscriptionId, pause: 'day' }, NOW),
      () => stopSubscription(me.actor, { subscriptionId }, NOW),
      () => followAccount(me.actor, { accountId, contactId: me.contactId }, NOW),
      () => followAccount(me.actor, { accountId: me.accountId, contactId }, NOW),
      () => setOwnContact(me.actor, { contactId, language: 'en', quietFrom: '', quietTo: '' }, NOW),
      () => sendTest(me.actor, { contactId }, NOW),
      () => setSupportNeeds(me.actor, { accountId, kinds: ['oxygen'], agreed: true, language: 'it' }, NOW),
      () => askForExportCode(me.actor, { contactId }, NOW),
    ]
    for (const one of tries) await expect(one()).rejects.toMatchObject(notFound)
    const absent = await getOwnAccount(me.actor, '2147483647', NOW).catch((error: Error) => error.message)
    expect(await getOwnAccount(me.actor, String(accountId), NOW).catch((error: Error) => error.message)).toBe(absent)
    for (const id of ['0', '-1', '1e9999', 'nonsense', '99999999999999']) {
      await expect(getOwnAccount(me.actor, id, NOW)).rejects.toMatchObject(notFound)
    }
    expect(await database().subscription.findMany({ where: { contactId } })).toMatchObject([{ id: subscriptionId, pausedUntil: null }])
    expect(await findLetters(other.value)).toEqual([])
  })

  it('lets a contact of another hear of one’s own account, and take no more of it than that', async () => {
    const [me, carer] = [await customer(), await customer()]
    const { id: subscriptionId } = await database().subscription.create({
      data: { contactId: carer.contactId, accountId: me.accountId, role: 'carer' },
    })
    await setTopics(me.actor, { subscriptionId, topics: ['on_the_day'] }, NOW)
    await expect(stopSubscription(me.actor, { subscriptionId: carer.subscriptionId }, NOW)).rejects.toMatchObject(notFound)
    await expect(sendTest(me.actor, { contactId: carer.contactId }, NOW)).rejects.toMatchObject(notFound)
    await expect(getOwnAccount(carer.actor, String(me.accountId), NOW)).rejects.toMatchObject(notFound)
    await stopSubscription(me.actor, { subscriptionId }, NOW)
    expect((await findLetters(carer.value)).map(({ kind }) => kind)).toEqual(['contact_removed'])
  })

  it('becomes one’s own by proof, and its holder is told', async () => {
    const [me, holder] = [await customer(), await customer()]
    await expect(addAccount(me.actor, { number: holder.number, proof: 'AM9999999' }, NOW)).rejects.toMatchObject({
      detail: { reason: 'account_not_proved', field: 'proof' },
    })
    for (const at of [NOW, later(1)]) {
      expect(await addAccount(me.actor, { number: holder.number, proof: holder.meterNumber }, at)).toBe(holder.accountId)
    }
    expect((await getOwnHome(me.actor, NOW)).accounts.map(({ id }) => id)).toEqual([me.accountId, holder.accountId])
    expect((await findLetters(holder.value)).map(({ kind, facts }) => [kind, facts])).toEqual([
      ['account_added', { address: expect.stringContaining('Via Roma') }],
    ])
  })
})

describe('guesses at an account', () => {
  it('are told to its holder and to staff, once a day, and not by the guess itself', async () => {
    const { accountId, number, value } = await customer()
    const guess = (at: Date) => proveAccount(database(), { number, proof: 'AM9999999', client: 'c' }, at)
    for (let slip = 0; slip < 2; slip++) await guess(NOW)
    expect(await tellOfGuesses(NOW)).toBe(0)
    await guess(NOW)
    expect(await findLetters(value)).toEqual([])
    expect((await getCallerView(SYSTEM, { accountId }, NOW)).guesses).toEqual({ failures: 3, lastAt: NOW.toISOString() })
    expect(await tellOfGuesses(NOW)).toBe(1)
    await guess(later(5))
    expect(await tellOfGuesses(later(6))).toBe(0)
    const [letter, ...others] = await findLetters(value)
    expect([others, letter?.kind, letter?.facts]).toEqual([[], 'proof_failures', { account: `…${number.slice(-3)}`, count: 3 }])
    await guess(later(24 * 60))
    expect(await tellOfGuesses(later(24 * 60 + 10))).toBe(1)
    const lines = await database().auditEntry.findMany({ where: { subject: `account:${accountId}`, action: 'account.proof_failures' } })
    expect(lines.map(({ after }) => after)).toEqual([{ failures: 3 }, { failures: 5 }])
  })
})
