import type { CustomerActor } from '@/lib/auth/actor'
import { insertCustomerSession } from '@/lib/auth/customer-session-queries'
import { openTicket } from '@/lib/auth/customer-ticket'
import { database } from '@/lib/db/client'
import { addHousehold } from './factories'

export const NOW = new Date('2026-11-22T10:00:00Z')

/** So many minutes after NOW. */
export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

/** A mailbox that somebody adds as their own. */
export const mailOf = (name: string) => ({ channel: 'email', value: `${name}@example.org`, language: 'it', role: 'holder' }) as const

let houses = 0

/** A house whose holder has a confirmed contact, and that holder signed in. */
export async function addCustomer(value = `+39333200${String(1000 + houses)}`) {
  houses += 1
  const channel = value.includes('@') ? 'email' : 'sms'
  const place = { x: houses % 40, y: 1, street: 'Via Roma', number: houses }
  const { addressId, contactId } = await addHousehold({ ...place, channel, value, language: 'it' })
  const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
  const meterNumber = `AM${String(1_000_000 + houses)}`
  const account = await database().account.findFirstOrThrow({ where: { holderId: personId } })
  await database().account.update({ where: { id: account.id }, data: { meterNumber } })
  const subscription = await database().subscription.findFirstOrThrow({ where: { contactId } })
  const actor: CustomerActor = { kind: 'customer', personId, source: '203.0.113.9' }
  return {
    actor,
    personId,
    contactId,
    addressId,
    value,
    meterNumber,
    accountId: account.id,
    number: account.number,
    subscriptionId: subscription.id,
  }
}

/** From where customers come. */
export const PLACE = { client: '203.0.113.9', agent: 'a browser' }

/** The session that a ticket stands for. */
export async function enter(ticket: string) {
  const opened = openTicket(ticket, new Date())
  return opened && { personId: opened.personId, sessionId: await insertCustomerSession(database(), opened, PLACE, new Date()) }
}

/** Works at an account's service point, and what they sent to these contacts. */
export async function tell(accountId: number, contactIds: number[]): Promise<void> {
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
