import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeOwnContact } from '@/lib/contacts/confirm/change-own-contact'
import { confirmByCode } from '@/lib/contacts/confirm/confirm-by-code'
import { database } from '@/lib/db/client'
import type { NoticeKind, Topic } from '@/lib/db/generated/enums'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'
import { cancelWorks } from '@/lib/works/cancel-works'
import { extendWorks } from '@/lib/works/extend-works'
import { restoreWorks } from '@/lib/works/restore-works'
import * as lab from './delivery-lab'
import { createUtility } from './factories'
import { readLastSecret } from './letters-lab'

const { ADVANCE, DAY_BEFORE, SAME_DAY, OPERATOR, PUBLISHED } = lab
const providers = lab.startLab({ use: ['twilio', 'resend'] })
/** On the day, while the works run: from 9:00 to 12:30 in Rome. */
const DURING = new Date('2026-12-01T09:30:00Z')

beforeAll(createUtility)
beforeEach(() => lab.calmDown(providers))

let place = 0
const nextPlace = () => {
  place += 4
  return place
}

async function wish(contactId: number, wishes: { topics?: Topic[]; pausedUntil?: Date | null }): Promise<void> {
  await database().subscription.updateMany({ where: { contactId }, data: wishes })
}

const told = async (reference: string, kind: NoticeKind) => (await lab.findMessages(reference, kind)).map(({ contactId }) => contactId)

describe('topics', () => {
  it('bring each stage to whoever asked for it', async () => {
    const x = nextPlace()
    const [all = 0, planned = 0, onTheDay = 0, progress = 0, bills = 0] = await lab.addPeople(x, 5)
    await wish(planned, { topics: ['planned_works'] })
    await wish(onTheDay, { topics: ['on_the_day'] })
    await wish(progress, { topics: ['progress'] })
    await wish(bills, { topics: ['bills', 'meter_visits'] })
    const reference = await lab.publish(x)
    for (const instant of [ADVANCE, DAY_BEFORE, SAME_DAY]) await lab.deliver(instant)
    expect(await told(reference, 'advance')).toEqual([all, planned])
    expect(await told(reference, 'day_before')).toEqual([all, planned])
    expect(await told(reference, 'same_day')).toEqual([all, onTheDay])
    await extendWorks(OPERATOR, { reference, until: '2026-12-01T14:00' }, DURING)
    await lab.deliver(DURING)
    expect(await told(reference, 'extended')).toEqual([all])
    await restoreWorks(OPERATOR, { reference }, lab.later(DURING, lab.HOUR))
    await lab.deliver(lab.later(DURING, lab.HOUR))
    expect(await told(reference, 'restored')).toEqual([all])
  })

  it('take back what was said to whoever heard it, by whatever topic', async () => {
    const x = nextPlace()
    const [all = 0, planned = 0, onTheDay = 0, later = 0] = await lab.addPeople(x, 4)
    await wish(planned, { topics: ['planned_works'] })
    await wish(onTheDay, { topics: ['on_the_day'] })
    const reference = await lab.publish(x)
    await lab.deliver(ADVANCE)
    // They have heard, and want to hear nothing more, or of progress alone.
    await wish(later, { topics: ['progress'] })
    await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, lab.later(ADVANCE, lab.HOUR))
    await lab.deliver(lab.later(ADVANCE, lab.HOUR))
    expect(await told(reference, 'advance')).toEqual([all, planned, later])
    expect(await told(reference, 'cancelled')).toEqual([all, planned])
    expect(onTheDay).toBeGreaterThan(0)
  })

  it('of one subscription say nothing of another: a text names only the addresses that are wanted', async () => {
    const x = nextPlace()
    const [contactId = 0, other = 0] = await lab.addPeople(x, 2)
    const { accountId } = await database().subscription.findFirstOrThrow({ where: { contactId: other } })
    await database().subscription.create({ data: { contactId, accountId, role: 'family', topics: ['on_the_day'] } })
    const reference = await lab.publish(x)
    await lab.deliver(ADVANCE)
    const streets = (await database().account.findMany({ include: { servicePoint: { include: { address: true } } } })).map(
      ({ id, servicePoint }) => [id, servicePoint.address?.number] as const,
    )
    const numberOf = (id: number | null) => new Map(streets).get(id ?? 0)
    const own = (await database().subscription.findFirstOrThrow({ where: { contactId, role: 'holder' } })).accountId
    const { text } = await lab.getMessageTo(contactId, reference, 'advance')
    expect(text).toContain(`Via Roma ${numberOf(own)}`)
    expect(text).not.toContain(`Via Roma ${numberOf(accountId)}`)
    await lab.deliver(SAME_DAY)
    const both = await lab.getMessageTo(contactId, reference, 'same_day')
    expect(both.text).toContain(`Via Roma ${numberOf(own)}`)
    expect(both.text).toContain(`${numberOf(accountId)}`)
  })

  it('are rehearsed as they are told', async () => {
    const x = nextPlace()
    const [, onTheDay = 0, paused = 0] = await lab.addPeople(x, 3)
    await wish(onTheDay, { topics: ['on_the_day'] })
    await wish(paused, { pausedUntil: new Date('9999-12-31T00:00:00Z') })
    const reference = await lab.publish(x)
    const { notices } = await rehearseWorks(OPERATOR, reference, PUBLISHED)
    const people = new Map(notices.map((notice) => [notice.kind, notice.people]))
    expect([people.get('advance'), people.get('day_before'), people.get('same_day')]).toEqual([1, 1, 2])
  })
})

describe('a pause', () => {
  it('keeps everything back until it is over, and nothing afterwards', async () => {
    const x = nextPlace()
    const [awake = 0, resting = 0, forever = 0] = await lab.addPeople(x, 3)
    await wish(resting, { pausedUntil: DAY_BEFORE })
    await wish(forever, { pausedUntil: new Date('9999-12-31T00:00:00Z') })
    const reference = await lab.publish(x)
    for (const instant of [ADVANCE, DAY_BEFORE]) await lab.deliver(instant)
    expect(await told(reference, 'advance')).toEqual([awake])
    expect(await told(reference, 'day_before')).toEqual([awake, resting])
    expect(forever).toBeGreaterThan(0)
  })

  it('that begins while a message waits keeps it back', async () => {
    const x = nextPlace()
    const [contactId = 0] = await lab.addPeople(x, 1)
    const reference = await lab.publish(x)
    await openDueNotices(ADVANCE)
    await wish(contactId, { pausedUntil: DAY_BEFORE })
    await lab.deliver(ADVANCE)
    expect(await lab.getMessageTo(contactId, reference, 'advance')).toMatchObject({ state: 'suppressed' })
  })

  it('brings in no other contact of the same person', async () => {
    const x = nextPlace()
    const [contactId = 0] = await lab.addPeople(x, 1)
    await lab.addContact(contactId, { channel: 'email', value: 'spare@example.org' })
    await database().contact.update({ where: { id: contactId }, data: { state: 'unreachable' } })
    await wish(contactId, { pausedUntil: DAY_BEFORE })
    const reference = await lab.publish(x)
    await lab.deliver(ADVANCE)
    expect(await told(reference, 'advance')).toEqual([])
    await lab.deliver(DAY_BEFORE)
    expect(await told(reference, 'day_before')).toHaveLength(1)
  })
})

describe('quiet hours of one’s own', () => {
  const quiet = (id: number, quietFrom: string, quietTo: string) =>
    database().contact.update({ where: { id }, data: { quietFrom, quietTo } })

  it('put a message off until they end, on the clocks of the utility', async () => {
    const x = nextPlace()
    const [late = 0, overnight = 0, awake = 0] = await lab.addPeople(x, 3)
    // Ten o'clock in Rome, in winter: nine in UTC.
    await quiet(late, '08:00', '11:30')
    await quiet(overnight, '22:00', '10:15')
    await quiet(awake, '22:00', '10:00')
    const reference = await lab.publish(x)
    await lab.deliver(ADVANCE)
    const instants = (await lab.findMessages(reference, 'advance')).map(({ nextAttemptAt, state }) => [nextAttemptAt.toISOString(), state])
    expect(instants).toEqual([
      ['2026-11-26T10:30:00.000Z', 'queued'],
      ['2026-11-26T09:15:00.000Z', 'queued'],
      [expect.any(String), 'sent'],
    ])
    await lab.deliver(new Date('2026-11-26T10:30:00Z'))
    expect((await lab.findMessages(reference, 'advance')).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
  })

  it('give way where their end would be too late', async () => {
    const x = nextPlace()
    const [sleeper = 0] = await lab.addPeople(x, 1)
    await quiet(sleeper, '00:00', '23:59')
    const reference = await lab.publish(x)
    await lab.deliver(SAME_DAY)
    expect(await lab.getMessageTo(sleeper, reference, 'same_day')).toMatchObject({ state: 'sent' })
  })
})

describe('a number that changed', () => {
  async function change(contactId: number, value: string, now: Date): Promise<void> {
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const actor = { kind: 'customer', personId, source: '203.0.113.9' } as const
    const changed = await changeOwnContact(actor, { contactId, value }, now)
    await confirmByCode(actor, { contactId: changed.contactId, code: (await readLastSecret(value)).code }, now)
  }

  it('while a message waited gets it, and hears that works are cancelled of which the old one had heard', async () => {
    const x = nextPlace()
    const [waits = 0, heard = 0] = await lab.addPeople(x, 2)
    await database().contact.update({ where: { id: waits }, data: { quietFrom: '08:00', quietTo: '11:30' } })
    const reference = await lab.publish(x)
    await lab.deliver(ADVANCE)
    const noon = lab.later(ADVANCE, 2 * lab.HOUR)
    await change(waits, '+393471114001', lab.later(ADVANCE, lab.MINUTE))
    await change(heard, '+393471114002', lab.later(ADVANCE, lab.MINUTE))
    await lab.deliver(noon)
    await cancelWorks(OPERATOR, { reference, reason: 'The pipe holds' }, noon)
    await lab.deliver(lab.later(noon, lab.HOUR))
    const recipients = async (kind: NoticeKind) =>
      (await lab.findMessages(reference, kind)).map(({ recipient, state }) => [recipient, state])
    expect((await recipients('advance')).map(([, state]) => state)).toEqual(['sent', 'sent'])
    expect((await recipients('advance'))[0]?.[0]).toBe('+393471114001')
    expect(await recipients('cancelled')).toEqual([
      ['+393471114001', 'sent'],
      ['+393471114002', 'sent'],
    ])
  })
})
