import { beforeAll, expect, inject, it } from 'vitest'
import { database } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { HOUR, later, startLab } from './delivery-lab'

/** Units a second that the providers allow, in each second one looks at. */
const RATE = 20
const PROVIDERS = ['twilio', 'telegram'] as const
const EACH = 110
/** A machine that has other things to do holds calls up, which no pace can make good. */
const TRIES = 4

const lab = startLab({ use: [...PROVIDERS], environment: { SMS_RATE: String(RATE), TELEGRAM_RATE: String(RATE) } })

// A third each; Viber's go to the outbox. These SMS are Italian and English, of one segment.
beforeAll(() => seedWave({ people: 3 * EACH, channels: ['sms', 'telegram', 'viber'] }))

/** Tells everybody of new works. */
async function sendWave(): Promise<void> {
  const now = new Date()
  await makeFirstNoticeDue(await publishWave(later(now, 3 * HOUR), now), now)
  await openDueNotices(now)
  for (const name of PROVIDERS) lab[name].provider.log.clear()
  const start = performance.now()
  await deliverDue(async () => later(now, performance.now() - start))
}

/** What share of its rate a provider got in the steady run: after the first second, up to the last message. */
async function measureUse(name: (typeof PROVIDERS)[number]): Promise<number> {
  const rows = await database().message.findMany({ where: { provider: name }, select: { providerId: true, segments: true } })
  const unitsOf = new Map(rows.map(({ providerId, segments }) => [providerId, segments ?? 1]))
  const { received } = lab[name].provider.log
  const [first, last] = [received[0]?.at ?? 0, received.at(-1)?.at ?? 0]
  const steady = received.filter(({ at }) => at >= first + 1000 && at < last)
  const units = steady.reduce((sum, { id }) => sum + (unitsOf.get(id) ?? 0), 0)
  return units / ((last - (steady[0]?.at ?? 0)) / 1000) / RATE
}

it('keeps to a rate to the unit, and leaves none of it unused', async () => {
  for (const name of PROVIDERS) lab[name].provider.behaviour.rate = RATE
  const best = { twilio: 0, telegram: 0 }
  for (let attempt = 0; attempt < TRIES && Math.min(...Object.values(best)) < 0.95; attempt++) {
    await sendWave()
    for (const name of PROVIDERS) {
      expect(lab[name].provider.log.summary()).toMatchObject({ accepted: EACH, limited: 0, violations: 0 })
      best[name] = Math.max(best[name], await measureUse(name))
    }
    if (inject('server') === 'embedded') return
  }
  expect(await database().message.count({ where: { state: { notIn: ['sent', 'delivered'] } } })).toBe(0)
  expect(best.twilio).toBeGreaterThanOrEqual(0.95)
  expect(best.telegram).toBeGreaterThanOrEqual(0.95)
})

it('counts segments, not messages', async () => {
  const contacts = await database().contact.findMany({ where: { channel: 'sms' }, orderBy: { id: 'asc' }, take: 40 })
  const ids = contacts.map(({ id }) => id)
  await database().contact.updateMany({ where: { id: { in: ids } }, data: { language: 'uk' } })
  await database().contact.updateMany({ where: { id: { notIn: ids } }, data: { state: 'opted_out' } })
  await sendWave()
  const { _sum } = await database().message.aggregate({ where: { contactId: { in: ids }, language: 'uk' }, _sum: { segments: true } })
  expect(_sum.segments).toBeGreaterThanOrEqual(80)
  const { accepted, limited, firstAt, lastAt } = lab.twilio.provider.log.summary()
  expect([accepted, limited, lab.twilio.provider.window.peak <= RATE]).toEqual([40, 0, true])
  expect(Number(lastAt) - Number(firstAt)).toBeGreaterThan(1000 * ((_sum.segments ?? 0) / RATE - 1))
})
