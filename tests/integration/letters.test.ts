import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countSegments } from '@/lib/channels/count-segments'
import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { forgetLetters } from '@/lib/contacts/letters/forget-letters'
import { LETTER_KINDS, type LetterKind } from '@/lib/contacts/letters/letter'
import { takeLetters } from '@/lib/contacts/letters/letter-queries'
import { letterSecret } from '@/lib/contacts/letters/letter-secret'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { renderLetter } from '@/lib/contacts/letters/render-letter'
import { database } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'
import { LOCALES } from '@/lib/i18n/locales'
import { changeBehaviour } from '@/tests/providers/behaviour'
import { calmDown, later, MINUTE, receivedBy, startLab } from './delivery-lab'
import { createUtility } from './factories'
import { findLetters } from './letters-lab'

const lab = startLab({ use: ['twilio', 'resend', 'telegram', 'viber'] })
const NOW = new Date('2026-11-22T10:00:00Z')
const PROOF = { code: '123456', token: 'a-token' }

const ENDS: Record<Channel, string> = {
  sms: '+393331112233',
  email: 'ada@example.org',
  telegram: '700700',
  viber: 'viber-user-000000000001',
}
const PROVIDERS = { sms: 'twilio', email: 'resend', telegram: 'telegram', viber: 'viber' } as const

const queue = (channel: Channel, kind: LetterKind = 'confirm_contact', minutes = 10) =>
  queueLetter(
    database(),
    { kind, channel, to: ENDS[channel], language: 'it', facts: {}, secret: letterSecret(PROOF), notAfter: later(NOW, minutes * MINUTE) },
    NOW,
  )
const lastOf = async (channel: Channel) => (await findLetters(ENDS[channel])).at(-1)

beforeAll(createUtility)
beforeEach(async () => {
  await calmDown(lab)
  await database().letter.deleteMany()
})

describe('a letter', () => {
  it.each(Object.values(Channel))('goes out by %s at once and once, and forgets its code', async (channel) => {
    await queue(channel)
    expect((await lastOf(channel))?.secret).not.toContain(PROOF.code)
    const counts = await Promise.all([deliverLetters(NOW), deliverLetters(NOW), deliverLetters(NOW)])
    expect(counts.reduce((sum, count) => sum + count)).toBe(1)
    const [letter, ...others] = receivedBy(lab, PROVIDERS[channel])
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: ENDS[channel] })
    expect(JSON.stringify(letter)).toContain(PROOF.code)
    expect(await lastOf(channel)).toMatchObject({ state: 'sent', attempt: 1, secret: null, text: null, sentAt: NOW })
    expect(lab[PROVIDERS[channel]].provider.log.summary().violations).toBe(0)
  })

  it('is tried again within seconds while its provider is down, and not when it is of no use any more', async () => {
    changeBehaviour(lab.twilio.provider.behaviour, { refuse: [{ status: 401, code: 20003 }] })
    await queue('sms')
    await deliverLetters(NOW)
    expect(await lastOf('sms')).toMatchObject({ state: 'queued', attempt: 1, nextAttemptAt: later(NOW, 5_000) })
    expect(await deliverLetters(later(NOW, 4_000))).toBe(0)
    await deliverLetters(later(NOW, 5_000))
    expect(await lastOf('sms')).toMatchObject({ state: 'queued', attempt: 2, nextAttemptAt: later(NOW, 20_000) })
    lab.twilio.provider.reset()
    await deliverLetters(later(NOW, 20_000))
    expect(await lastOf('sms')).toMatchObject({ state: 'sent', attempt: 3 })
    expect(receivedBy(lab, 'twilio')).toHaveLength(1)
    await queue('sms')
    expect(await deliverLetters(later(NOW, 10 * MINUTE))).toBe(0)
    expect(await lastOf('sms')).toMatchObject({ state: 'expired', secret: null })
  })

  it('waits as long as its provider asks', async () => {
    changeBehaviour(lab.telegram.provider.behaviour, { rate: 0.0001 })
    for (let count = 0; count < 3; count++) await queue('telegram')
    await deliverLetters(NOW)
    const waiting = await database().letter.findMany({ where: { state: 'queued' } })
    expect(waiting.length).toBeGreaterThan(0)
    for (const { nextAttemptAt } of waiting) expect(nextAttemptAt.getTime()).toBeGreaterThan(NOW.getTime() + 900)
  })

  it.each(Object.values(Channel))('whose worker died before calling reaches its reader by %s all the same', async (channel) => {
    await queue(channel)
    await takeLetters(database(), channel, { name: PROVIDERS[channel], place: 0, of: 1 }, NOW)
    expect(await deliverLetters(later(NOW, MINUTE))).toBe(0)
    await deliverLetters(later(NOW, 3 * MINUTE))
    await deliverLetters(later(NOW, 4 * MINUTE))
    expect(receivedBy(lab, PROVIDERS[channel])).toHaveLength(1)
    expect(await lastOf(channel)).toMatchObject({ state: 'sent', secret: null })
  })

  it.each(['sms', 'email'] as const)('whose connection broke after %s was taken is not sent twice', async (channel) => {
    changeBehaviour(lab[PROVIDERS[channel]].provider.behaviour, { drop: { next: 1 } })
    await queue(channel)
    await deliverLetters(NOW)
    expect(await lastOf(channel)).toMatchObject({ state: 'sending' })
    await deliverLetters(later(NOW, 21_000))
    expect(receivedBy(lab, PROVIDERS[channel])).toHaveLength(1)
    expect(await lastOf(channel)).toMatchObject({ state: 'sent' })
  })

  it('of goodbye, which names an end that is nobody’s any more, is kept for its week, and others for longer', async () => {
    await queue('email', 'contact_removed', 7 * 24 * 60)
    await queue('email', 'test', 7 * 24 * 60)
    await forgetLetters(database(), later(NOW, 7 * 24 * 60 * MINUTE - 1))
    expect(await findLetters(ENDS.email)).toHaveLength(2)
    await forgetLetters(database(), later(NOW, 7 * 24 * 60 * MINUTE))
    expect(await findLetters(ENDS.email)).toMatchObject([{ kind: 'test' }])
  })

  it('that its provider refuses for good marks the contact, as a notice would', async () => {
    changeBehaviour(lab.twilio.provider.behaviour, { refuse: [{ status: 400, code: 21211 }] })
    const person = await database().person.create({ data: {} })
    const data = { personId: person.id, channel: 'sms', value: ENDS.sms, language: 'it' } as const
    const { id: contactId } = await database().contact.create({ data })
    const letter = { kind: 'test', channel: 'sms', to: ENDS.sms, contactId, language: 'it', facts: {} } as const
    await queueLetter(database(), { ...letter, notAfter: later(NOW, MINUTE) }, NOW)
    await deliverLetters(NOW)
    expect(await lastOf('sms')).toMatchObject({ state: 'failed', errorCode: 'twilio_21211' })
    expect(await database().contact.findUniqueOrThrow({ where: { id: contactId } })).toMatchObject({ state: 'unreachable' })
  })

  it('whose code cannot be read any more fails, and is not sent without it', async () => {
    const id = await queue('email')
    await database().letter.update({ where: { id }, data: { recipient: 'somebody.else@example.org' } })
    await deliverLetters(NOW)
    expect(receivedBy(lab, 'resend')).toEqual([])
    expect(await database().letter.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'failed', errorCode: 'secret_unreadable' })
  })
})

const FACTS = {
  contact: '••• ••• 12 34',
  account: '•••• 56',
  count: 3,
  addressId: 7,
  address: 'Via Giuseppe Garibaldi 10',
  until: '22/11/2027',
  when: '22/11/2026',
}
const UTILITY = { name: 'Acque di Prova', sender: 'AcqueProva', phone: '+39 0131 000000', website: 'https://acque.example' }

describe.each(LETTER_KINDS)('the words of %s', (kind) => {
  it.each(LOCALES)('are whole in %s, with its link, and an SMS of one or two segments', (locale) => {
    const context = { utility: UTILITY, publicUrl: 'https://acque.example', signingSecret: 'a secret' }
    const base = { id: 1n, kind, contactId: 5, language: locale, facts: FACTS, secret: null, notAfter: NOW }
    const email = renderLetter({ ...base, channel: 'email', recipient: ENDS.email }, PROOF, context, locale)
    expect(email.subject).not.toMatch(/[{}]|letters\./)
    expect(email.text).not.toMatch(/[{}]|letters\./)
    expect(email.text).toContain(kind === 'contact_added' ? FACTS.contact : 'https://acque.example/')
    const sms = renderLetter({ ...base, channel: 'sms', recipient: ENDS.sms }, PROOF, context, locale)
    expect(sms.text).not.toMatch(/[{}]|letters\./)
    const mayHaveLink = ['renewal_asked', 'enrolment_ended', 'manager_granted'].includes(kind)
    expect(countSegments(sms.text)).toBeLessThanOrEqual(mayHaveLink ? 4 : 3)
    if (kind === 'confirm_contact' || kind === 'sign_in') expect(countSegments(sms.text)).toBe(1)
  })
})
