import { afterAll, beforeAll } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { Channel, ContactState, NoticeKind } from '@/lib/db/generated/enums'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { type ProviderName, type Providers, providerEnvironment, startProviders } from '../providers/start-providers'
import { addHousehold, square } from './factories'

export const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
/** When works are published here, and when their stages fall due by the default plan: the works are on Tuesday 1 December, from nine in Rome. */
export const PUBLISHED = new Date('2026-11-20T09:00:00Z')
export const ADVANCE = new Date('2026-11-26T09:00:00Z')
export const DAY_BEFORE = new Date('2026-11-30T09:00:00Z')
export const SAME_DAY = new Date('2026-12-01T07:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export const later = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds)

export interface LabOptions {
  use: ProviderName[]
  environment?: Record<string, string>
}

/** The fake providers that a file's tests deliver to, over HTTP. To be called before anything asks for the environment. */
export function startLab({ use, environment = {} }: LabOptions): Providers {
  const lab = {} as Providers
  beforeAll(async () => {
    Object.assign(lab, await startProviders())
    const urls = Object.fromEntries(use.map((name) => [name, lab[name].url]))
    Object.assign(process.env, providerEnvironment(urls), { PREAVVISO_TEST_CLOCK: '1', NEXTAUTH_SECRET: 'a secret of tests' }, environment)
  })
  afterAll(() => lab.close())
  return lab
}

/** Publishes works on the square of the test grid at (x, 0), three steps wide, from `hours[0]` to `hours[1]` in Rome on 1 December. */
export async function publish(x: number, hours: [string, string] = ['09:00', '12:30']): Promise<string> {
  const windows = [{ start: `2026-12-01T${hours[0]}`, end: `2026-12-01T${hours[1]}` }]
  const works = { service: 'water', title: `Works at ${x}`, parts: [{ area: square(x, 0, 3), windows }] }
  const { reference } = await createWorks(OPERATOR, works, PUBLISHED)
  await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, PUBLISHED)
  return reference
}

/** Opens what is due and hands it over once, without sweeping up. */
export async function deliver(now: Date): Promise<void> {
  await openDueNotices(now)
  await deliverDue(async () => now)
}

let people = 0

/** So many people with a house and one confirmed contact each, where `publish(x)` hits them. Returns the contacts' ids. */
export async function addPeople(x: number, count: number, channel: Channel = 'sms', language = 'it'): Promise<number[]> {
  const ids: number[] = []
  for (let index = 0; index < count; index++) {
    const number = ++people
    const ends: Record<Channel, string> = {
      sms: `+39333${String(number).padStart(7, '0')}`,
      email: `person${number}@example.org`,
      telegram: String(700_000_000 + number),
      viber: `viber-user-${String(number).padStart(12, '0')}`,
    }
    const place = { x: x + 0.5 + (2 * index) / count, y: 1, street: 'Via Roma', number }
    ids.push((await addHousehold({ ...place, channel, value: ends[channel], language })).contactId)
  }
  return ids
}

export interface ExtraContact {
  channel: Channel
  value: string
  language?: string
  state?: ContactState
}

/** Another contact of the person who has `contactId`, that asked for nothing itself. */
export async function addContact(
  contactId: number,
  { channel, value, language = 'it', state = 'confirmed' }: ExtraContact,
): Promise<number> {
  const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId }, select: { personId: true } })
  const { id } = await database().contact.create({ data: { personId, channel, value, language, state }, select: { id: true } })
  return id
}

export async function getNotice(reference: string, kind: NoticeKind) {
  return database().notice.findFirstOrThrow({ where: { kind, works: { reference } }, orderBy: { version: 'desc' } })
}

/** The messages of one notice (its newest version), the call centre's apart, in the order they were written. */
export async function findMessages(reference: string, kind: NoticeKind) {
  const { id: noticeId } = await getNotice(reference, kind)
  const callCentre = await database().subscription.findMany({ where: { role: 'call_centre' }, select: { contactId: true } })
  const contactId = { notIn: callCentre.map((subscription) => subscription.contactId) }
  return database().message.findMany({ where: { noticeId, contactId }, orderBy: { id: 'asc' } })
}

/** One contact's message of a notice. */
export async function getMessageTo(contactId: number, reference: string, kind: NoticeKind) {
  const { id: noticeId } = await getNotice(reference, kind)
  return database().message.findUniqueOrThrow({ where: { noticeId_contactId: { noticeId, contactId } } })
}

/** What a fake provider has taken, in order; the call centre's apart. */
export function receivedBy(lab: Providers, name: ProviderName) {
  return lab[name].provider.log.received.filter(({ to }) => to !== 'callcentre@example.org')
}

/** Calm providers without memory, and no sender left alone: what the last test did to them is forgotten. */
export async function calmDown(lab: Providers): Promise<void> {
  for (const name of ['twilio', 'twilio_2', 'resend', 'telegram', 'viber'] as const) lab[name].provider.reset()
  await database().senderPace.deleteMany()
}
