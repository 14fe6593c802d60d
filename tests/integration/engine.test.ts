import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/api/inngest/route'
import { functions } from '@/inngest/functions'
import { deliverMessagesFunction } from '@/inngest/functions/deliver-messages'
import { openNoticeFunction } from '@/inngest/functions/open-notice'
import { remindBeforeWorks } from '@/inngest/functions/remind-before-works'
import { sweepFunction } from '@/inngest/functions/sweep'
import { SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { listOutbox } from '@/lib/notices/list-outbox'
import { moveClock } from '@/lib/notices/move-clock'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { engineOf } from '../engine-of'
import { addHousehold, createUtility, square } from './factories'

const DAY = 86_400_000
const HOUR = 3_600_000

/** Works in twenty days, at noon, published now: the engine's own clock is the real one. */
async function publishSoon(title: string) {
  const noon = new Date(Math.floor(Date.now() / DAY) * DAY + 20 * DAY + 12 * HOUR)
  const window = { start: noon.toISOString(), end: new Date(noon.getTime() + 2 * HOUR).toISOString() }
  const input = { service: 'water', title, parts: [{ area: square(0, 0, 3), windows: [window] }] }
  const { reference } = await createWorks(SYSTEM, input, new Date())
  return publishWorks(SYSTEM, { reference }, new Date())
}

async function makeDueNow(reference: string): Promise<void> {
  const first = await database().notice.findFirstOrThrow({ where: { works: { reference }, state: 'planned' }, orderBy: { dueAt: 'asc' } })
  await database().notice.update({ where: { id: first.id }, data: { dueAt: new Date(Date.now() - 1_000) } })
}

beforeAll(async () => {
  process.env.INNGEST_DEV = '1'
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
})

describe('remind-before-works', () => {
  it('sleeps in hops of at most six days and says when each notice is due', async () => {
    const { reference, version, notices } = await publishSoon('Slept for')
    const { engine, sleeps, sent } = engineOf(remindBeforeWorks, 'works/published', { worksReference: reference, version })
    const { result } = await engine.execute()
    const dues = notices.map(({ dueAt }) => dueAt)
    expect(result).toEqual({ dues })
    expect(sleeps.map((sleep) => sleep.toISOString())).toEqual(expect.arrayContaining(dues))
    const gaps = sleeps.map((sleep, index) => sleep.getTime() - (sleeps[index - 1]?.getTime() ?? Date.now()))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * DAY)
    expect(sent).toEqual(dues.map(() => 'notices/due'))
  })
})

describe('open-notice and deliver-messages', () => {
  it('make messages of what is due, and deliver them, however often they are woken', async () => {
    const { reference } = await publishSoon('Opened')
    await makeDueNow(reference)
    const open = () => engineOf(openNoticeFunction, 'notices/due', { worksReference: reference })
    const first = open()
    expect((await first.engine.execute()).result).toEqual({ messages: 2 })
    expect(first.sent).toEqual(['messages/queued'])
    expect((await open().engine.execute()).result).toEqual({ messages: 0 })
    const delivering = engineOf(deliverMessagesFunction, 'messages/queued', {})
    expect((await delivering.engine.execute()).result).toEqual({ delivered: 2 })
    expect(await listOutbox(SYSTEM, { limit: 10, worksReference: reference })).toHaveLength(2)
  })
})

describe('sweep', () => {
  it('opens what no event opened', async () => {
    const { reference } = await publishSoon('Missed')
    await makeDueNow(reference)
    const { engine, sent } = engineOf(sweepFunction, 'inngest/scheduled.timer', { cron: '* * * * *' })
    const { result } = await engine.execute()
    expect(sent).toEqual(['messages/queued'])
    expect(result).toMatchObject({ opened: 2 })
  })
})

describe('/api/inngest', () => {
  it('serves every function to the engine', async () => {
    const response = await GET(new NextRequest('http://localhost/api/inngest'), undefined)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ function_count: functions.length })
  })

  it('runs a step that the engine asks for over HTTP', async () => {
    const { reference } = await publishSoon('Over HTTP')
    await makeDueNow(reference)
    const event = { name: 'notices/due', data: { worksReference: reference }, id: '1', ts: Date.now() }
    const stack = { stack: [], current: 0 }
    const ctx = { run_id: 'r', attempt: 0, disable_immediate_execution: false, use_api: false, stack }
    const body = JSON.stringify({ ctx, event, events: [event], steps: {}, version: 1, use_api: false })
    const url = 'http://localhost/api/inngest?fnId=preavviso-open-notice&stepId=step'
    const request = new NextRequest(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
    const response = await POST(request, undefined)
    expect(response.status).toBe(206)
    const opened = await database().notice.findMany({ where: { works: { reference }, state: 'open' }, select: { id: true } })
    expect(opened).toHaveLength(1)
    expect(await database().message.count({ where: { noticeId: opened[0]?.id ?? 0 } })).toBe(2)
  })
})

describe('the demo clock', () => {
  it('does on the way what falls due, each notice at its own instant, and goes only forward', async () => {
    const { reference, notices } = await publishSoon('Moved through time')
    const realNow = new Date()
    const shown = await moveClock(SYSTEM, new Date(notices.at(-1)?.dueAt ?? ''), realNow)
    const sent = await listOutbox(SYSTEM, { limit: 10, worksReference: reference })
    expect(sent.map(({ noticeKind }) => noticeKind)).toEqual(['same_day', 'same_day', 'day_before', 'day_before', 'advance', 'advance'])
    const dues = [...notices].reverse().flatMap(({ dueAt }) => [dueAt, dueAt])
    const delays = sent.map(({ sentAt }, index) => Date.parse(sentAt) - Date.parse(dues[index] ?? ''))
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...delays)).toBeLessThan(10_000)
    await expect(moveClock(SYSTEM, new Date(shown.getTime() - HOUR), realNow)).rejects.toMatchObject({
      detail: { reason: 'clock_only_forward' },
    })
    expect(await moveClock(SYSTEM, 'reset', realNow)).toEqual(realNow)
  })
})
