import { SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { openNotice } from '@/lib/notices/open-notice'
import { DEFAULT_NOTICE_PLAN } from '@/lib/utility/notice-plan'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { EVERYWHERE } from '../seed-wave'
import { type BenchResult, compare, seconds } from './bench'
import { seedBenchDatabase } from './seed-bench-database'

const SERVICE_POINTS = 1_100_000
const LIMIT = 2

const DAY = 86_400_000

/** Publishes works that hit every service point, and gives back the first of their notices. */
async function publishEverywhere(now: Date): Promise<number> {
  const at = (days: number) => new Date(now.getTime() + days * DAY).toISOString()
  const input = {
    service: 'power',
    title: 'Everything at once',
    parts: [{ area: EVERYWHERE, windows: [{ start: at(20), end: at(20.2) }] }],
  }
  const { reference } = await createWorks(SYSTEM, input, now)
  await publishWorks(SYSTEM, { reference }, now)
  const notice = await database().notice.findFirstOrThrow({ where: { works: { reference } }, orderBy: { dueAt: 'asc' } })
  await database().notice.update({ where: { id: notice.id }, data: { dueAt: now } })
  return notice.id
}

/** The peer: the finished rows into an empty copy of the table with the same indexes. */
async function prepareBareInsert(): Promise<() => Promise<unknown>> {
  const db = database()
  await db.$executeRaw`DROP TABLE IF EXISTS finished_rows, message_copy`
  await db.$executeRaw`CREATE UNLOGGED TABLE finished_rows AS SELECT * FROM message`
  await db.$executeRaw`VACUUM ANALYZE finished_rows`
  await db.$executeRaw`CREATE TABLE message_copy (LIKE message INCLUDING INDEXES INCLUDING DEFAULTS)`
  await db.$executeRaw`CHECKPOINT`
  return () => db.$executeRaw`INSERT INTO message_copy SELECT * FROM finished_rows`
}

/** Opens a notice for 370,000 contacts of 1.1 million affected points, against a bare INSERT … SELECT of the same finished rows. */
export async function benchLedger(): Promise<BenchResult> {
  await seedBenchDatabase(SERVICE_POINTS)
  await database().noticePlan.upsert({
    where: { service: 'power' },
    create: { service: 'power', stages: DEFAULT_NOTICE_PLAN },
    update: {},
  })
  const now = new Date()
  const noticeId = await publishEverywhere(now)
  // Days pass between a publication and its first notice: by then PostgreSQL has vacuumed what was written.
  await database().$executeRaw`VACUUM ANALYZE affected_point, subscription, contact, account`
  await database().$executeRaw`CHECKPOINT`
  let messages = 0
  const ours = await seconds(async () => {
    const result = await openNotice(noticeId, now)
    messages = result.state === 'opened' ? result.messages : 0
  })
  const bare = await seconds(await prepareBareInsert())
  const metric = `opening a notice for ${messages.toLocaleString('en')} contacts of ${SERVICE_POINTS.toLocaleString('en')} affected points`
  const measured = { metric, value: ours, unit: 's', peer: 'bare INSERT … SELECT of the finished rows', peerValue: bare }
  return { name: 'ledger', results: [compare(measured, LIMIT)] }
}
