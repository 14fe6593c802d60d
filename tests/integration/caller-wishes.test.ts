import { beforeAll, expect, it } from 'vitest'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { database } from '@/lib/db/client'
import type { Topic } from '@/lib/db/generated/enums'
import { addCustomer } from './customer-lab'
import { createUtility } from './factories'

const NOW = new Date('2026-11-22T10:00:00Z')
const TOMORROW = new Date('2026-11-23T10:00:00Z')
const STAFF = { kind: 'staff', id: 1, email: 'call@example.org', name: 'Carla', role: 'call_centre', source: '127.0.0.1' } as const

beforeAll(createUtility)

it.each<[string, { pausedUntil?: Date; topics?: Topic[] }, object | null]>([
  ['nothing where it hears of everything', {}, null],
  ['that it was stopped for good', { pausedUntil: FOR_GOOD }, { kind: 'stopped' }],
  ['until when it pauses', { pausedUntil: TOMORROW }, { kind: 'paused', until: TOMORROW.toISOString() }],
  ['nothing of a pause that is over', { pausedUntil: new Date('2026-11-22T09:59:59Z') }, null],
  ['that its owner wants reminders alone', { topics: ['on_the_day'] }, { kind: 'no_planned_works' }],
])('the call centre sees beside a contact %s', async (_, data, wish) => {
  const { accountId, subscriptionId } = await addCustomer()
  await database().subscription.update({ where: { id: subscriptionId }, data })
  const { contacts } = await getCallerView(STAFF, { accountId }, NOW)
  expect(contacts).toMatchObject([{ state: 'confirmed', wish }])
})
