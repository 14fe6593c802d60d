import { afterAll, beforeAll, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { runDueWork } from '@/lib/notices/run-due-work'
import { publishWave, seedWave } from '../seed-wave'
import { type Lab, openLab } from './lab'

const PEOPLE = 80
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NAMES = ['twilio', 'resend', 'telegram', 'viber'] as const

let lab: Lab

beforeAll(async () => {
  lab = await openLab({ SMS_RATE: '100000', EMAIL_RATE: '100000', TELEGRAM_RATE: '100000', VIBER_RATE: '100000' })
  await seedWave({ people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [
    { kind: 'advance', before: 'P2D' },
    { kind: 'same_day', before: 'PT2H' },
  ])
})

afterAll(() => lab.close())

const after = (start: Date, hours: number) => new Date(start.getTime() + hours * HOUR)

/** Moves a notice, whatever was planned for it. */
async function plan(reference: string, kind: 'advance' | 'same_day', times: { dueAt: Date; notAfter?: Date }): Promise<void> {
  const where = { works: { reference }, kind }
  const { count } = await database().notice.updateMany({ where, data: { ...times, state: 'planned', skipReason: null } })
  expect(count).toBe(1)
}

/** The states of one notice's messages, with how many of each. */
async function countStates(reference: string, kind: 'advance' | 'same_day'): Promise<Record<string, number>> {
  const rows = await database().message.groupBy({
    by: ['state'],
    where: {
      noticeId: {
        in: (await database().notice.findMany({ where: { kind, works: { reference } }, select: { id: true } })).map(({ id }) => id),
      },
    },
    _count: true,
  })
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]))
}

it('sends on return what is still of use, lets expire what is not, and the next stage carries the facts', async () => {
  const start = new Date()
  const far = await publishWave(new Date(start.getTime() + 20 * 24 * HOUR), start, 'Far ahead')
  const near = await publishWave(new Date(start.getTime() + 50 * HOUR), start, 'Near')
  await plan(far, 'advance', { dueAt: start })
  await plan(near, 'advance', { dueAt: start, notAfter: after(start, 5) })
  await plan(near, 'same_day', { dueAt: after(start, 7) })
  for (const name of NAMES) lab.providers[name].provider.behaviour.refuse = [{ status: 503 }]

  for (let minutes = 0; minutes < 6 * 60; minutes += 10) await runDueWork(new Date(start.getTime() + minutes * MINUTE))
  expect(NAMES.map((name) => lab.providers[name].provider.log.received.length)).toEqual([0, 0, 0, 0])
  for (const name of NAMES) lab.providers[name].provider.behaviour.refuse = []
  // How long a provider asked to be left alone is real time, and these hours pass in seconds.
  await database().$executeRaw`UPDATE sender_pace SET blocked_until = '-infinity'`
  for (let minutes = 6 * 60; minutes < 9 * 60; minutes += 10) await runDueWork(new Date(start.getTime() + minutes * MINUTE))

  expect(await countStates(far, 'advance')).toEqual({ sent: PEOPLE })
  // An e-mail whose request a gateway answered with 503 may have got through: that is settled by sending the same request again while it is of use.
  const emails = PEOPLE / NAMES.length
  expect(await countStates(near, 'advance')).toEqual({ expired: PEOPLE - emails, unknown: emails })
  expect(await countStates(near, 'same_day')).toEqual({ sent: PEOPLE })
})
