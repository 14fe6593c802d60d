import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { getCustomerSessionOrNull } from '@/lib/auth/customer-session-queries'
import { sealTickets } from '@/lib/auth/customer-ticket'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { database } from '@/lib/db/client'
import { addAccount } from '@/lib/self-service/add-account'
import { askForExportCode } from '@/lib/self-service/ask-for-export-code'
import { deleteOwnData } from '@/lib/self-service/delete-own-data'
import { exportOwnData } from '@/lib/self-service/export-own-data'
import { followAccount } from '@/lib/self-service/follow-account'
import { getOwnAccount } from '@/lib/self-service/get-own-account'
import { getOwnData } from '@/lib/self-service/get-own-data'
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
import { addCustomer as customer, enter, later, NOW } from './customer-lab'
import { createUtility } from './factories'
import { findLetters, readLastSecret } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

/** Works at an account's service point, and what they sent to these contacts. */
async function tell(accountId: number, contactIds: number[]): Promise<void> {
  const db = database()
  const { servicePointId } = await db.account.findUniqueOrThrow({ where: { id: accountId } })
  const facts = {
    reference: `W-${accountId}-${contactIds.join('-')}`,
    service: 'water',
    title: 'New main',
    createdBy: 'test',
    createdAt: NOW,
  } as const
  const part = { version: 1, position: 1, affected: { create: { servicePointId } } }
  const window = { startsAt: later(600), endsAt: later(900) }
  const works = await db.works.create({
    data: { ...facts, parts: { create: { ...part, windows: { create: window } } } },
    include: { parts: { include: { windows: true } } },
  })
  const windowId = works.parts[0]?.windows[0]?.id ?? 0
  const notice = {
    version: 1,
    kind: 'advance',
    dueAt: NOW,
    notAfter: later(600),
    state: 'done',
    windows: { create: { windowId } },
  } as const
  const { id: noticeId } = await db.notice.create({ data: { worksId: works.id, ...notice } })
  const contacts = await db.contact.findMany({ where: { id: { in: contactIds } }, orderBy: { id: 'asc' } })
  for (const { id: contactId, channel, language, value: recipient } of contacts) {
    const sent = { state: 'delivered', sentAt: NOW, deliveredAt: later(1), createdAt: NOW, nextAttemptAt: NOW } as const
    await db.message.create({ data: { noticeId, contactId, channel, language, recipient, text: `No water for ${contactId}`, ...sent } })
  }
}

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

describe('a need for help', () => {
  it('is kept with consent only, seen by the call centre, and taken back with its consent', async () => {
    const { actor, accountId } = await customer()
    const needs = { accountId, kinds: ['oxygen', 'reduced_mobility'] as Array<'oxygen' | 'reduced_mobility'>, language: 'lt' as const }
    await expect(setSupportNeeds(actor, { ...needs, agreed: false }, NOW)).rejects.toMatchObject({ detail: { reason: 'consent_missing' } })
    await setSupportNeeds(actor, { ...needs, agreed: true }, NOW)
    await setSupportNeeds(actor, { ...needs, agreed: true }, later(1))
    expect((await getOwnAccount(actor, String(accountId), NOW)).needs).toEqual(['oxygen', 'reduced_mobility'])
    expect((await getCallerView(SYSTEM, { accountId }, NOW)).needs).toEqual(['oxygen', 'reduced_mobility'])
    expect((await getOwnData(actor, NOW)).consents).toMatchObject([
      { kind: 'support_need', language: 'lt', source: 'account', givenAt: NOW.toISOString(), withdrawnAt: null },
    ])
    await setSupportNeeds(actor, { accountId, kinds: [], agreed: false, language: 'lt' }, later(2))
    expect((await getOwnData(actor, NOW)).consents).toMatchObject([{ withdrawnAt: later(2).toISOString() }])
    expect((await getCallerView(SYSTEM, { accountId }, NOW)).needs).toEqual([])
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

describe('one’s own data', () => {
  it('goes out masked, and whole only with a code to a confirmed contact of one’s own', async () => {
    const [me, other] = [await customer(), await customer()]
    await tell(me.accountId, [me.contactId])
    const short = JSON.stringify(await exportOwnData(me.actor, null, NOW))
    expect(short).toContain(me.number)
    for (const secret of [me.value, me.meterNumber, other.number, other.value]) expect(short).not.toContain(secret)
    const proofId = await askForExportCode(me.actor, { contactId: me.contactId }, NOW)
    const { code } = await readLastSecret(me.value)
    await expect(exportOwnData(me.actor, { proofId, code: '000000' === code ? '000001' : '000000' }, NOW)).rejects.toMatchObject({
      detail: { reason: 'sign_in_code_wrong' },
    })
    await expect(exportOwnData(other.actor, { proofId, code }, NOW)).rejects.toMatchObject({ detail: { reason: 'sign_in_code_wrong' } })
    await expect(exportOwnData(me.actor, { proofId, code }, NOW)).rejects.toMatchObject({ detail: { reason: 'sign_in_code_used' } })
    const again = await askForExportCode(me.actor, { contactId: me.contactId }, later(1))
    const whole = JSON.stringify(await exportOwnData(me.actor, { proofId: again, code: (await readLastSecret(me.value)).code }, later(1)))
    expect(whole).toContain(me.value)
    expect(whole).toContain(me.meterNumber)
  })

  it('is forgotten: evidence stays and names no one, sessions end, others keep theirs', async () => {
    const [me, other] = [await customer(), await customer()]
    await tell(me.accountId, [me.contactId])
    await setSupportNeeds(me.actor, { accountId: me.accountId, kinds: ['dialysis'], agreed: true, language: 'it' }, NOW)
    await sendTest(me.actor, { contactId: me.contactId }, NOW)
    const entered = await enter(sealTickets([me.personId], 'sms_code', new Date())[0] ?? '')
    await expect(deleteOwnData(me.actor, { confirmed: false }, NOW)).rejects.toMatchObject({ detail: { reason: 'delete_not_confirmed' } })
    await deleteOwnData(me.actor, { confirmed: true }, NOW)
    const db = database()
    expect(await getCustomerSessionOrNull(entered?.sessionId ?? '', new Date())).toBeNull()
    expect(await db.account.findUniqueOrThrow({ where: { id: me.accountId } })).toMatchObject({ holderId: null, number: me.number })
    expect(await db.message.findMany({ where: { contactId: me.contactId } })).toMatchObject([{ recipient: null }])
    expect(await db.contact.count({ where: { value: me.value } })).toBe(0)
    expect(await db.contactProof.count({ where: { value: me.value } })).toBe(0)
    // The one thing that still names the end is the word of goodbye, until it is sent.
    expect((await findLetters(me.value)).map(({ kind, personId, contactId }) => [kind, personId, contactId])).toEqual([
      ['contact_removed', null, null],
    ])
    expect(await db.supportNeed.count({ where: { accountId: me.accountId } })).toBe(0)
    expect(await db.person.count({ where: { id: me.personId } })).toBe(0)
    expect((await getOwnAccount(other.actor, String(other.accountId), NOW)).told).toHaveLength(1)
    const [line] = await db.auditEntry.findMany({ where: { subject: `person:${me.personId}`, action: 'person.delete' } })
    expect(line?.after).toEqual({ contacts: 1, messages: 1 })
  })

  it('is forgotten once, however often it is clicked, also where a message waits to be tried again or a chat was never anybody’s', async () => {
    const { actor, personId, accountId, contactId, value: recipient } = await customer()
    const db = database()
    await tell(accountId, [])
    const { id: noticeId } = await db.notice.findFirstOrThrow({ orderBy: { id: 'desc' } })
    const waiting = { state: 'queued', attempt: 1, createdAt: NOW, nextAttemptAt: later(5) } as const
    await db.message.create({ data: { noticeId, contactId, channel: 'sms', language: 'it', recipient, ...waiting } })
    await db.contact.create({ data: { personId, channel: 'telegram', value: '700900', language: 'it', state: 'confirmed' } })
    await db.botDialogue.create({ data: { channel: 'telegram', chat: '700900', state: {}, updatedAt: NOW } })
    await Promise.all([1, 2].map(() => deleteOwnData(actor, { confirmed: true }, NOW)))
    expect(await db.message.findMany({ where: { contactId } })).toMatchObject([{ recipient: null }])
    expect(await db.botDialogue.count({ where: { chat: '700900' } })).toBe(0)
    expect(await db.auditEntry.count({ where: { subject: `person:${personId}`, action: 'person.delete' } })).toBe(1)
  })
})
