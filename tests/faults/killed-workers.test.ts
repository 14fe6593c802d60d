import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { Worker } from '../worker'
import { accountFor } from './account-for'
import { finish, type Lab, openLab, setClockAhead } from './lab'
import { IS_LONG } from './length'

const PEOPLE = IS_LONG ? 10_000 : 1_600
const KILLS = IS_LONG ? 100 : 8
/** Milliseconds that a worker lives once it has taken messages, at most. */
const LONGEST_LIFE = 1_000
/** Messages a second of each channel (an SMS is two segments), so that the wave outlasts the kills. */
const RATE = Math.ceil(PEOPLE / (KILLS * LONGEST_LIFE * 0.002))
/** How far the clock goes on at each death: by then the claims of the dead are found dead. */
const STEP = 6 * 60_000
const DAY = 86_400_000

let lab: Lab

beforeAll(async () => {
  lab = await openLab({ SMS_RATE: `${2 * RATE}`, EMAIL_RATE: `${RATE}`, TELEGRAM_RATE: `${RATE}`, VIBER_RATE: `${RATE}` })
  await seedWave({ people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [{ kind: 'advance', before: 'P10D' }])
  await makeFirstNoticeDue(await publishWave(new Date(Date.now() + 19 * DAY), new Date()), new Date())
})

afterAll(() => lab.close())

const CHATS = ['telegram', 'viber'] as const

/** What a worker that began at `start` holds: in all, and chats whose call was about to be made, under way, or answered but not written down. */
async function countHeld(start: Date): Promise<{ all: number; chatCalls: number }> {
  const held = { state: 'sending', claimToken: { not: null }, claimedAt: { gte: start } } as const
  return {
    all: await database().message.count({ where: held }),
    chatCalls: await database().message.count({ where: { ...held, channel: { in: [...CHATS] }, batchKey: { not: null } } }),
  }
}

/** Lets a worker run until it is at work, and some chance moment longer. */
async function liveAndDie(start: Date): Promise<void> {
  const worker = new Worker(lab.environment)
  await worker.isReady()
  for (let wait = 0; wait < 150 && (await countHeld(start)).all === 0; wait++) await sleep(20)
  await sleep(Math.random() * LONGEST_LIFE)
  await worker.kill()
}

it(`loses and doubles nothing when the worker is killed ${KILLS} times in a wave of ${PEOPLE}`, async () => {
  for (const name of ['twilio', 'resend', 'telegram', 'viber'] as const) lab.providers[name].provider.behaviour.slow = 30
  let chatCalls = 0
  let killedAtWork = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const start = new Date(Date.now() + kill * STEP)
    await setClockAhead(kill * STEP)
    await liveAndDie(start)
    const held = await countHeld(start)
    chatCalls += held.chatCalls
    if (held.all > 0) killedAtWork += 1
  }
  await finish(new Date(Date.now() + KILLS * STEP))
  const { unknown } = await accountFor(lab.providers, PEOPLE)
  process.stdout.write(`${KILLS} kills, ${killedAtWork} of them at work; ${chatCalls} chats in flight, ${unknown} unknown\n`)
  expect(killedAtWork).toBeGreaterThan(KILLS / 2)
  expect(unknown).toBeLessThanOrEqual(chatCalls)
})
