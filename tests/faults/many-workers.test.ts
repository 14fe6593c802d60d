import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { deliverMessagesFunction } from '@/inngest/functions/deliver-messages'
import { openNoticeFunction } from '@/inngest/functions/open-notice'
import { sweepFunction } from '@/inngest/functions/sweep'
import { database } from '@/lib/db/client'
import { engineOf } from '../engine-of'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { Worker } from '../worker'
import { accountFor } from './account-for'
import { finish, type Lab, openLab } from './lab'
import { IS_LONG } from './length'

const PEOPLE = IS_LONG ? 10_000 : 800
const TIMES = 5
const DAY = 86_400_000
const NAMES = ['twilio', 'resend', 'telegram', 'viber'] as const

let lab: Lab

beforeAll(async () => {
  lab = await openLab({ SMS_RATE: '2000', EMAIL_RATE: '2000', TELEGRAM_RATE: '1000', VIBER_RATE: '1000' })
  await seedWave({ people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [{ kind: 'advance', before: 'P10D' }])
})

/** Each test has a wave of its own; only the latest is in the ledger. */
beforeEach(async () => {
  await database().$executeRaw`TRUNCATE message, notice, notice_window, works, works_part, works_window, affected_point CASCADE`
  for (const name of NAMES) lab.providers[name].provider.log.clear()
  await makeFirstNoticeDue(await publishWave(new Date(Date.now() + 19 * DAY), new Date()), new Date())
})

afterAll(() => lab.close())

const countOpen = () => database().message.count({ where: { state: { in: ['queued', 'sending'] } } })

it(`tells nobody twice when two workers share a wave of ${PEOPLE}`, async () => {
  const workers = [new Worker(lab.environment), new Worker(lab.environment)]
  await Promise.all(workers.map((worker) => worker.isReady()))
  for (let wait = 0; wait < 1_000; wait++) {
    await sleep(200)
    if ((await database().message.count()) === PEOPLE && (await countOpen()) === 0) break
  }
  await Promise.all(workers.map((worker) => worker.stop()))
  expect(await accountFor(lab.providers, PEOPLE)).toEqual({ messages: PEOPLE, unknown: 0 })
})

async function getWorks() {
  return database().works.findFirstOrThrow({ select: { reference: true, version: true } })
}

it(`tells nobody twice when each of Inngest's events comes ${TIMES} times`, async () => {
  const { reference } = await getWorks()
  const times = Array.from({ length: TIMES })
  await Promise.all(times.map(() => engineOf(openNoticeFunction, 'notices/due', { worksReference: reference }).engine.execute()))
  await Promise.all(times.map(() => engineOf(deliverMessagesFunction, 'messages/queued', { worksReference: reference }).engine.execute()))
  await finish(new Date(Date.now() + 6 * 60_000))
  expect(await accountFor(lab.providers, PEOPLE)).toEqual({ messages: PEOPLE, unknown: 0 })
})

it("misses nobody when Inngest's event that a notice is due never comes: the sweep finds it", async () => {
  await engineOf(sweepFunction, 'inngest/scheduled.timer', { cron: '* * * * *' }).engine.execute()
  await engineOf(deliverMessagesFunction, 'messages/queued', {}).engine.execute()
  await finish(new Date(Date.now() + 6 * 60_000))
  expect(await accountFor(lab.providers, PEOPLE)).toEqual({ messages: PEOPLE, unknown: 0 })
})
