import { beforeAll, beforeEach, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { findDueChannels } from '@/lib/notices/claim-messages'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { changeBehaviour } from '../providers/behaviour'
import { ADVANCE, addPeople, calmDown, getNotice, later, MINUTE, publish, startLab } from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'telegram'] })

beforeAll(() => createUtility())
beforeEach(() => calmDown(lab))

const dueAt = (instant: Date) => findDueChannels(database(), instant)

it('a channel is due from when its messages are, until they are sent', async () => {
  await addPeople(0, 2, 'sms')
  await addPeople(0, 1, 'telegram')
  await publish(0)
  expect(await dueAt(ADVANCE)).toEqual([])
  await openDueNotices(ADVANCE)
  expect(await dueAt(later(ADVANCE, -1))).toEqual([])
  expect(await dueAt(ADVANCE)).toEqual(expect.arrayContaining(['sms', 'telegram']))
  expect(await dueAt(ADVANCE)).not.toContain('viber')
  await deliverDue(async () => ADVANCE)
  expect(await dueAt(ADVANCE)).toEqual([])
})

it('a channel that was refused is due again when its messages are to be tried again, and not when they are of no use', async () => {
  await addPeople(10, 1, 'sms')
  const reference = await publish(10)
  changeBehaviour(lab.twilio.provider.behaviour, { refuse: [{ status: 401, code: 20003 }] })
  await openDueNotices(ADVANCE)
  await deliverDue(async () => ADVANCE)
  expect(await dueAt(later(ADVANCE, 1_000))).not.toContain('sms')
  expect(await dueAt(later(ADVANCE, 30 * MINUTE))).toContain('sms')
  const { notAfter } = await getNotice(reference, 'advance')
  expect(await dueAt(notAfter)).not.toContain('sms')
})
