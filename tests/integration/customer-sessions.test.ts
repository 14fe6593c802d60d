import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endCustomerSessions, getCustomerSessionOrNull } from '@/lib/auth/customer-session-queries'
import { openTicket, sealTickets } from '@/lib/auth/customer-ticket'
import { database } from '@/lib/db/client'
import { askForSignIn } from '@/lib/self-service/ask-for-sign-in'
import { endOwnSignIns } from '@/lib/self-service/end-own-sign-ins'
import { getOwnData } from '@/lib/self-service/get-own-data'
import { proveAccount } from '@/lib/self-service/prove-account'
import { signInByAccount } from '@/lib/self-service/sign-in-by-account'
import { takeSignInProof } from '@/lib/self-service/take-sign-in-proof'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import { updateSignIn } from '@/lib/utility/update-sign-in'
import { addCustomer as customer, enter, later, NOW, PLACE } from './customer-lab'
import { createUtility } from './factories'
import { findLetters, readLastSecret } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

beforeAll(createUtility)
beforeEach(async () => {
  await database().accountGuess.deleteMany()
})

describe('signing in', () => {
  it('by a code goes to whoever has confirmed the end, in the language of the page', async () => {
    const { personId, value } = await customer()
    const { proofId, isMail, send } = await askForSignIn(` ${value} `, 'lt', NOW)
    expect([isMail, await findLetters(value)]).toEqual([false, []])
    await send()
    expect(await findLetters(value)).toMatchObject([{ kind: 'sign_in', language: 'lt', personId }])
    const { code } = await readLastSecret(value)
    const [choice, ...others] = await takeSignInProof({ id: proofId, code }, later(9))
    expect([others, choice?.addresses]).toEqual([[], [expect.stringContaining('Via Roma')]])
    expect(await enter(choice?.ticket ?? '')).toMatchObject({ personId, sessionId: expect.any(String) })
    await expect(takeSignInProof({ id: proofId, code }, later(9))).rejects.toMatchObject({ detail: { reason: 'sign_in_code_used' } })
  })

  it('by a link works for a day, once', async () => {
    const { personId, value } = await customer('linked@example.org')
    const { send } = await askForSignIn('LINKED@example.org', 'it', NOW)
    await send()
    const { token } = await readLastSecret(value)
    await expect(takeSignInProof({ token }, later(24 * 60 + 1))).rejects.toMatchObject({ detail: { reason: 'sign_in_code_expired' } })
    const [choice] = await takeSignInProof({ token }, later(23 * 60))
    expect(await enter(choice?.ticket ?? '')).toMatchObject({ personId })
  })

  it('sends nothing to an end that nobody confirmed, and answers alike', async () => {
    const { contactId, value } = await customer()
    await database().contact.update({ where: { id: contactId }, data: { state: 'unconfirmed', confirmedAt: null } })
    for (const end of [value, 'nobody@example.org']) {
      const asked = await askForSignIn(end, 'it', NOW)
      await asked.send()
      expect(asked.proofId).toMatch(/^[\da-f-]{36}$/)
      expect(await findLetters(end)).toEqual([])
    }
  })

  it('lets somebody choose where an end is several people’s, and only once', async () => {
    const first = await customer()
    const second = await customer(first.value)
    const { proofId, send } = await askForSignIn(first.value, 'it', NOW)
    await send()
    const choices = await takeSignInProof({ id: proofId, code: (await readLastSecret(first.value)).code }, NOW)
    expect(choices.map(({ addresses }) => addresses.length)).toEqual([1, 1])
    expect(await enter(choices[1]?.ticket ?? '')).toMatchObject({ personId: second.personId, sessionId: expect.any(String) })
    expect(await enter(choices[0]?.ticket ?? '')).toMatchObject({ sessionId: null })
  })

  it('by a bill is told to the holder’s contacts, once a day', async () => {
    const { personId, number, meterNumber, value } = await customer()
    for (const at of [NOW, later(60)]) {
      const ticket = await signInByAccount({ number, proof: meterNumber, client: PLACE.client }, at)
      expect(await enter(ticket)).toMatchObject({ personId })
    }
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['sign_in_alert'])
  })

  it('is refused by a way that the utility has closed', async () => {
    await database().utility.update({ where: { id: 1 }, data: { signInWays: ['email_link'] } })
    await expect(signInByAccount({ number: 'A-1', proof: 'AM1000000', client: 'c' }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(askForSignIn('+393331234567', 'it', NOW)).rejects.toMatchObject({ code: 'forbidden' })
    await database().utility.update({ where: { id: 1 }, data: { signInWays: ['email_link', 'sms_code', 'account_proof'] } })
  })
})

describe('a session', () => {
  it('ends when somebody signs out, whoever has the cookie', async () => {
    const { personId } = await customer()
    const [ticket = ''] = sealTickets([personId], 'sms_code', new Date())
    const entered = await enter(ticket)
    const id = entered?.sessionId ?? ''
    expect(await getCustomerSessionOrNull(id, new Date())).toMatchObject({ personId, method: 'sms_code' })
    await endCustomerSessions(database(), personId, { id }, new Date())
    expect(await getCustomerSessionOrNull(id, new Date())).toBeNull()
    expect((await enter(ticket))?.sessionId).toBeNull()
  })

  it('is not begun with a ticket that is old, changed, or of another', async () => {
    const { personId } = await customer()
    const hourAgo = new Date(Date.now() - 3_600_000)
    const [old = ''] = sealTickets([personId], 'sms_code', hourAgo)
    expect(openTicket(old, new Date())).toBeNull()
    const [fresh = ''] = sealTickets([personId], 'sms_code', new Date())
    const changed = fresh.at(-9) === 'A' ? 'B' : 'A'
    expect(openTicket(`${fresh.slice(0, -9)}${changed}${fresh.slice(-8)}`, new Date())).toBeNull()
    expect(openTicket('', new Date())).toBeNull()
  })

  it('is listed, and all others are ended at once, but nobody else’s', async () => {
    const [mine, theirs] = [await customer(), await customer()]
    const ids: string[] = []
    for (const personId of [mine.personId, mine.personId, theirs.personId]) {
      const entered = await enter(sealTickets([personId], 'sms_code', new Date())[0] ?? '')
      ids.push(entered?.sessionId ?? '')
    }
    const actor = { ...mine.actor, sessionId: ids[0] ?? '' }
    expect((await getOwnData(actor, new Date())).sessions.map(({ isThis }) => isThis).toSorted()).toEqual([false, true])
    expect(await endOwnSignIns(actor, ids[2], new Date())).toBe(0)
    expect(await endOwnSignIns(actor, undefined, new Date())).toBe(1)
    const left = await Promise.all(ids.map(async (id) => (await getCustomerSessionOrNull(id, new Date())) !== null))
    expect(left).toEqual([true, false, true])
  })
})

describe('how customers may sign in', () => {
  const ADMIN = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' } as const

  it('is set by an admin, who is told what cannot be', async () => {
    const ways = ['account_proof' as const]
    await expect(updateSignIn(ADMIN, { ways: [], patterns: {} }, NOW)).rejects.toMatchObject({ detail: { reason: 'sign_in_ways_missing' } })
    await expect(updateSignIn(ADMIN, { ways, patterns: { water: '[0-9' } }, NOW)).rejects.toMatchObject({
      detail: { reason: 'pattern_not_understood', field: 'patterns.water' },
    })
    await updateSignIn(ADMIN, { ways, patterns: { water: '[0-9]{9}', heat: '' } }, NOW)
    expect(await getSignInRules()).toMatchObject({ ways, patterns: { water: '[0-9]{9}' } })
    await updateSignIn(ADMIN, { ways: ['email_link', 'sms_code', 'account_proof'], patterns: {} }, NOW)
  })

  it('takes nine digits for power in Ukraine where nothing else is said', async () => {
    await database().utility.update({ where: { id: 1 }, data: { country: 'UA', services: ['power'] } })
    const prove = (number: string) => proveAccount(database(), { number, proof: 'E1234567', client: 'c' }, NOW)
    await expect(prove('12345678')).rejects.toMatchObject({ detail: { reason: 'account_number_wrong' } })
    expect(await prove('123 456 789')).toBeNull()
    await database().utility.update({ where: { id: 1 }, data: { country: 'IT', services: ['water', 'heat', 'power'] } })
  })
})
