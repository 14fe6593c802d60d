import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { getCustomerSessionOrNull } from '@/lib/auth/customer-session-queries'
import { sealTickets } from '@/lib/auth/customer-ticket'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { database } from '@/lib/db/client'
import { askForExportCode } from '@/lib/self-service/ask-for-export-code'
import { deleteOwnData } from '@/lib/self-service/delete-own-data'
import { exportOwnData } from '@/lib/self-service/export-own-data'
import { getOwnAccount } from '@/lib/self-service/get-own-account'
import { getOwnData } from '@/lib/self-service/get-own-data'
import { sendTest } from '@/lib/self-service/send-test'
import { setSupportNeeds } from '@/lib/self-service/set-support-needs'
import { takeBackNeeds } from '@/lib/self-service/take-back-needs'
import { addCustomer as customer, enter, later, NOW, tell } from './customer-lab'
import { createUtility } from './factories'
import { findLetters, readLastSecret } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

beforeAll(createUtility)

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

  it('is taken back from all accounts at once, also from one that is closed by now, and what others said stays', async () => {
    const [me, other] = [await customer(), await customer()]
    for (const { actor, accountId } of [me, other])
      await setSupportNeeds(actor, { accountId, kinds: ['oxygen'], agreed: true, language: 'it' }, NOW)
    const db = database()
    await db.account.update({ where: { id: me.accountId }, data: { active: false } })
    await takeBackNeeds(me.actor, later(5))
    await takeBackNeeds(me.actor, later(6))
    expect(await db.supportNeed.findMany({ select: { personId: true } })).toContainEqual({ personId: other.personId })
    expect(await db.supportNeed.count({ where: { personId: me.personId } })).toBe(0)
    const { consents } = await getOwnData(me.actor, NOW)
    expect(consents).toMatchObject([{ kind: 'support_need', withdrawnAt: later(5).toISOString() }])
    expect((await getOwnData(other.actor, NOW)).consents).toMatchObject([{ withdrawnAt: null }])
    expect(await db.auditEntry.count({ where: { action: 'person.take_back_needs', subject: `person:${me.personId}` } })).toBe(1)
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
