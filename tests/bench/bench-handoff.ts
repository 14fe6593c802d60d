import { setTimeout as sleep } from 'node:timers/promises'
import { database } from '@/lib/db/client'
import { publishWave, seedWave, stripOf } from '../seed-wave'
import { Worker } from '../worker'
import { type BenchResult, compare, compareAtLeast } from './bench'
import { BENCH_UTILITY, emptyBenchDatabase } from './empty-bench-database'
import { startProviderProcess } from './provider-process'

const NOTICES = 50
const PEOPLE = 5_000
const DAY = 86_400_000
/** Seconds: within so many a message is handed over in time. */
const IN_TIME = 10
const SHARE = 0.99
/** A rate at which the wave fits into the time: what is measured is our own delay, not the provider's queue. */
const RATES = { SMS_RATE: '1000', EMAIL_RATE: '1000', TELEGRAM_RATE: '1000', VIBER_RATE: '1000' }

interface Figures {
  inTime: number
  p99: number
  messages: number
}

async function publishAll(): Promise<void> {
  await emptyBenchDatabase()
  await seedWave({ name: BENCH_UTILITY, people: PEOPLE, channels: ['sms', 'email', 'telegram', 'viber'] }, [
    { kind: 'advance', before: 'P10D' },
  ])
  const now = new Date()
  for (let index = 0; index < NOTICES; index++) {
    await publishWave(new Date(now.getTime() + 19 * DAY), now, `Works ${index + 1}`, stripOf(index, NOTICES))
  }
}

async function makeAllDue(due: Date): Promise<void> {
  const { count } = await database().notice.updateMany({ where: { kind: 'advance', state: 'planned' }, data: { dueAt: due } })
  if (count !== NOTICES) throw new Error(`${count} of ${NOTICES} notices are planned.`)
}

async function measure(): Promise<Figures> {
  const [figures] = await database().$queryRaw<Figures[]>`
    SELECT count(*)::int AS messages,
           avg((message.sent_at <= notice.due_at + ${IN_TIME} * interval '1 second')::int)::float8 AS "inTime",
           percentile_cont(0.99) WITHIN GROUP (ORDER BY extract(epoch FROM message.sent_at - notice.due_at))::float8 AS p99
    FROM message JOIN notice ON notice.id = message.notice_id`
  return figures ?? { inTime: 0, p99: Number.POSITIVE_INFINITY, messages: 0 }
}

/** Fifty notices fall due in the same minute: how soon after their due instant the product's own runner has handed their messages over. */
export async function benchHandoff(): Promise<BenchResult> {
  const providers = await startProviderProcess()
  const environment = { ...providers.environment, ...RATES }
  await publishAll()
  const worker = new Worker({ ...environment, DATABASE_URL: process.env.DATABASE_URL ?? '' })
  try {
    await worker.isReady()
    await sleep(5_000)
    await makeAllDue(new Date(Date.now() + 3_000))
    for (let wait = 0; wait < 600; wait++) {
      await sleep(500)
      if ((await database().message.count({ where: { sentAt: { not: null } } })) === PEOPLE) break
    }
  } finally {
    await worker.stop()
    await providers.close()
  }
  const { inTime, p99, messages } = await measure()
  if (messages !== PEOPLE) throw new Error(`The ledger has ${messages} messages for ${PEOPLE} people.`)
  const wave = `of ${messages.toLocaleString('en')} messages of ${NOTICES} notices due at once`
  return {
    name: 'handoff',
    results: [
      compareAtLeast(
        { metric: `share ${wave} handed over within ${IN_TIME} s`, value: inTime, unit: '', peer: 'wanted', peerValue: SHARE },
        1,
      ),
      compare({ metric: `99th percentile ${wave}`, value: p99, unit: 's', peer: 'limit', peerValue: IN_TIME }, 1),
    ],
  }
}
