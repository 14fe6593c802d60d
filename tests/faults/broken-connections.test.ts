import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { accountFor } from './account-for'
import { finish, type Lab, openLab } from './lab'
import { IS_LONG } from './length'

const PEOPLE = IS_LONG ? 10_000 : 1_200
const DAY = 86_400_000
const NAMES = ['twilio', 'resend', 'telegram', 'viber'] as const

let lab: Lab

beforeAll(async () => {
  lab = await openLab({ SMS_RATE: '100000', EMAIL_RATE: '100000', TELEGRAM_RATE: '100000', VIBER_RATE: '100000' })
  await seedWave({ people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [{ kind: 'advance', before: 'P10D' }])
  await makeFirstNoticeDue(await publishWave(new Date(Date.now() + 19 * DAY), new Date()), new Date())
})

afterAll(() => lab.close())

it(`loses and doubles nothing when providers take messages and break the connection, in a wave of ${PEOPLE}`, async () => {
  for (const name of NAMES) lab.providers[name].provider.behaviour.drop = name === 'resend' ? { next: 2 } : { share: 0.2 }
  await finish(new Date())
  const dropped = Object.fromEntries(NAMES.map((name) => [name, lab.providers[name].provider.log.summary().dropped]))
  const { unknown } = await accountFor(lab.providers, PEOPLE)
  process.stdout.write(`connections broken: ${JSON.stringify(dropped)}; ${unknown} chats unknown\n`)
  for (const name of NAMES) expect(dropped[name]).toBeGreaterThan(0)
  expect(unknown).toBe((dropped.telegram ?? 0) + (dropped.viber ?? 0))
})
