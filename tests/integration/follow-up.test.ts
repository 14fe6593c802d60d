import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { answerInbound } from '@/lib/contacts/answer-inbound'
import { database } from '@/lib/db/client'
import { getFollowUp } from '@/lib/notices/follow-up/get-follow-up'
import { markReplyRead } from '@/lib/notices/follow-up/mark-reply-read'
import { runDueWork } from '@/lib/notices/run-due-work'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const NOW = new Date('2026-11-24T09:00:00Z')
const LATER = new Date('2026-12-01T09:05:00Z')
const ANNA = '+393470000001'
let reference = ''

async function say(text: string, cause: string, from = ANNA): Promise<string | null> {
  return answerInbound(SYSTEM, { channel: 'sms', from, text }, cause, LATER)
}

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 0.5, y: 0.5, street: 'Via Roma', number: 1, channel: 'sms', value: ANNA, language: 'it' })
  const lost = await addHousehold({ x: 0.5, y: 0.5, street: 'Via Roma', number: 2, channel: 'sms', value: '+393470000002', language: 'it' })
  const saved = await addHousehold({
    x: 0.5,
    y: 0.5,
    street: 'Via Roma',
    number: 3,
    channel: 'sms',
    value: '+393470000003',
    language: 'it',
  })
  const parts = [{ area: square(0, 0, 1), windows: [{ start: '2026-12-02T09:00', end: '2026-12-02T12:00' }] }]
  reference = (await createWorks(SYSTEM, { service: 'water', title: 'Prova', parts }, NOW)).reference
  await publishWorks(SYSTEM, { reference }, NOW)
  for (const at of [NOW, LATER]) await runDueWork(at)
  const db = database()
  for (const { contactId } of [lost, saved]) {
    await db.message.updateMany({ where: { contactId }, data: { state: 'failed', errorCode: '30005' } })
  }
  // The third person was told over another contact of theirs.
  const { personId } = await db.contact.findUniqueOrThrow({ where: { id: saved.contactId } })
  const other = await db.contact.create({
    data: { personId, channel: 'email', value: 'carla@example.org', language: 'it', state: 'confirmed' },
  })
  for (const message of await db.message.findMany({ where: { contactId: saved.contactId } })) {
    const { id, noticeId, createdAt, nextAttemptAt } = message
    await db.message.create({
      data: {
        noticeId,
        contactId: other.id,
        channel: 'email',
        language: 'it',
        state: 'delivered',
        fallbackFor: id,
        createdAt,
        nextAttemptAt,
      },
    })
  }
})

describe('what is left to do after works were told', () => {
  it('names each person once whom no message reached, masked, with where to mend the contact', async () => {
    const { failures, failureCount } = await getFollowUp(SYSTEM, reference)
    expect(failureCount).toBe(1)
    expect(failures).toEqual([
      expect.objectContaining({ channel: 'sms', contact: '+39…002', address: 'Via Roma 2', errorCode: '30005', state: 'failed' }),
    ])
    expect(failures[0]?.accountId).not.toBeNull()
  })

  it('keeps what somebody wrote back beside the works that they were told of, once, and lets staff tick it off', async () => {
    await say('A che ora torna l’acqua?', 'twilio:SM1')
    await say('A che ora torna l’acqua?', 'twilio:SM1')
    const [reply, ...others] = (await getFollowUp(SYSTEM, reference)).replies
    expect(others).toEqual([])
    expect(reply).toMatchObject({ contact: '+39…001', text: 'A che ora torna l’acqua?', readAt: null })
    await markReplyRead(SYSTEM, reply?.id ?? '', LATER)
    await markReplyRead(SYSTEM, reply?.id ?? '', new Date('2026-12-03T00:00:00Z'))
    expect((await getFollowUp(SYSTEM, reference)).replies[0]).toMatchObject({ readAt: LATER.toISOString(), readBy: 'system:preavviso' })
  })

  it('keeps neither words that stop messages nor strangers’, and drops the rest of a flood', async () => {
    await say('STOP', 'twilio:SM2')
    await say('Chi siete?', 'twilio:SM3', '+393479999999')
    for (let count = 0; count < 30; count++) await say(`Messaggio ${count}`, `twilio:F${count}`)
    const { replies } = await getFollowUp(SYSTEM, reference)
    expect(replies.map(({ text }) => text)).not.toContain('STOP')
    expect(replies.map(({ text }) => text)).not.toContain('Chi siete?')
    expect(replies).toHaveLength(20)
  })

  it('is not for the public, nor for programs', async () => {
    await expect(getFollowUp({ kind: 'public', source: '127.0.0.1' }, reference)).rejects.toMatchObject({ code: 'unauthenticated' })
    const key = { kind: 'api_key', id: 1, name: 'ERP', scopes: ['works:read', 'works:write'], source: '127.0.0.1' } as const
    await expect(getFollowUp({ ...key, scopes: [...key.scopes] }, reference)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(markReplyRead(SYSTEM, 'x', LATER)).rejects.toMatchObject({ code: 'bad_input' })
  })
})
