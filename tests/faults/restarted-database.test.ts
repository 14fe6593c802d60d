import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { Worker } from '../worker'
import { accountFor } from './account-for'
import { finish, type Lab, openLab } from './lab'
import { IS_LONG } from './length'

const PEOPLE = IS_LONG ? 10_000 : 1_200
const RESTARTS = IS_LONG ? 5 : 2
const DAY = 86_400_000

let lab: Lab

beforeAll(async () => {
  lab = await openLab({ SMS_RATE: '400', EMAIL_RATE: '200', TELEGRAM_RATE: '200', VIBER_RATE: '200' })
  await seedWave({ people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [{ kind: 'advance', before: 'P10D' }])
  await makeFirstNoticeDue(await publishWave(new Date(Date.now() + 19 * DAY), new Date()), new Date())
})

afterAll(() => lab.close())

/** Asked anew while the database is coming back. */
async function countTold(): Promise<number> {
  for (;;) {
    try {
      return await database().message.count({ where: { state: 'sent' } })
    } catch {
      await sleep(200)
    }
  }
}

/** Waits until more has been told than before, so that the restart meets a worker at work. */
async function waitForMore(told: number): Promise<void> {
  for (let wait = 0; wait < 500; wait++) {
    if ((await countTold()) > told) return
    await sleep(100)
  }
  throw new Error('The worker did not go on.')
}

it(`loses and doubles nothing when PostgreSQL crashes ${RESTARTS} times in a wave of ${PEOPLE}; the worker goes on by itself`, async () => {
  const worker = new Worker(lab.environment)
  for (let restart = 0; restart < RESTARTS; restart++) {
    await waitForMore(restart === 0 ? 0 : await countTold())
    await lab.restartDatabase()
  }
  await waitForMore(await countTold())
  await worker.stop()
  const unsettled = await database().message.count({ where: { state: 'sending' } })
  await finish(new Date(Date.now() + 6 * 60_000))
  const { unknown } = await accountFor(lab.providers, PEOPLE)
  process.stdout.write(`${RESTARTS} crashes of PostgreSQL left ${unsettled} messages with their providers; ${unknown} chats unknown\n`)
  expect(unknown).toBeLessThanOrEqual(unsettled)
})
