import { database } from '@/lib/db/client'
import type { Channel, MessageState } from '@/lib/db/generated/enums'

export interface ToldMessage {
  channel: Channel
  /** The contact's value. */
  to: string
  provider: string
  /** Null: the ledger does not have it yet. */
  providerId: string | null
  state?: MessageState
  sentAt?: Date
}

async function createNotice(): Promise<number> {
  const now = new Date()
  const facts = { reference: `W-${crypto.randomUUID()}`, service: 'water', title: 'New main', createdBy: 'test', createdAt: now } as const
  const works = await database().works.create({ data: facts })
  const notAfter = new Date(now.getTime() + 3_600_000)
  const notice = await database().notice.create({
    data: { worksId: works.id, version: 1, kind: 'advance', dueAt: now, notAfter, state: 'open' },
  })
  return notice.id
}

/** A confirmed contact of a person of its own, and a message to it as its provider has it. */
export async function addToldMessage(told: ToldMessage): Promise<{ contactId: number; messageId: bigint }> {
  const { channel, to, provider, providerId, state = 'sent', sentAt = new Date(Date.now() - 60_000) } = told
  const contact = await database().contact.create({
    data: {
      person: { create: {} },
      channel,
      value: to,
      language: 'it',
      state: 'confirmed',
      confirmedAt: new Date(Date.now() - 86_400_000),
    },
  })
  const message = await database().message.create({
    data: {
      ...{ noticeId: await createNotice(), contactId: contact.id, channel, language: 'it', state, provider, providerId },
      ...{ recipient: to, text: 'Niente acqua', createdAt: sentAt, nextAttemptAt: sentAt },
      sentAt: state === 'sent' || state === 'delivered' ? sentAt : null,
    },
  })
  return { contactId: contact.id, messageId: message.id }
}

export function getMessage(id: bigint) {
  const select = { state: true, errorCode: true, sentAt: true, deliveredAt: true } as const
  return database().message.findUniqueOrThrow({ where: { id }, select })
}

export function getContact(id: number) {
  const select = { state: true, unreachableReason: true, confirmedAt: true } as const
  return database().contact.findUniqueOrThrow({ where: { id }, select })
}

/** What the audit trail says of a contact: each action with the state before and after. */
export async function getContactHistory(id: number): Promise<unknown[]> {
  const entries = await database().auditEntry.findMany({ where: { subject: `contact:${id}` }, orderBy: { id: 'asc' } })
  return entries.map(({ actor, action, before, after }) => [actor, action, before, after])
}
