import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentInstant } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { getEvidenceSummary } from '@/lib/notices/evidence/get-evidence-summary'
import { streamEvidence } from '@/lib/notices/evidence/stream-evidence'
import { moveClock } from '@/lib/notices/move-clock'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { changeBehaviour } from '../providers/behaviour'
import { later, MINUTE, OPERATOR, startLab } from './delivery-lab'
import { addHousehold, createUtility, square } from './factories'
import { startWebhookServer, type WebhookServer } from './webhook-server'

const PROVIDERS = ['twilio', 'resend', 'telegram', 'viber'] as const
const lab = startLab({ use: [...PROVIDERS] })
const ZONE = 'Europe/Rome'
/** The day of the works, from nine to half past twelve: far enough ahead for every stage. */
const day = Temporal.Now.plainDateISO(ZONE).add({ days: 9 })
let webhooks: WebhookServer

beforeAll(async () => {
  webhooks = await startWebhookServer()
  process.env.PUBLIC_URL = webhooks.url
  await createUtility()
  for (const name of ['twilio', 'resend', 'viber'] as const)
    changeBehaviour(lab[name].provider.behaviour, { receipts: { url: `${webhooks.url}/api/webhooks/${name}`, delay: 50 } })
  const home = { y: 1, street: 'Via Roma' }
  await addHousehold({ ...home, x: 1, number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  await addHousehold({ ...home, x: 2, number: 2, channel: 'email', value: 'jonas@example.org', language: 'lt' })
  await addHousehold({ ...home, x: 1.5, number: 3, channel: 'telegram', value: '700000003', language: 'uk' })
  await addHousehold({ ...home, x: 2.5, number: 4, channel: 'viber', value: 'viber-user-4=', language: 'en' })
})
afterAll(() => webhooks.close())

async function publish(): Promise<string> {
  const now = await currentInstant()
  const windows = [{ start: `${day}T09:00`, end: `${day}T12:30` }]
  const { reference } = await createWorks(
    OPERATOR,
    { service: 'water', title: 'New main', parts: [{ area: square(0, 0, 4), windows }] },
    now,
  )
  await publishWorks(OPERATOR, { reference }, now)
  return reference
}

const inRome = (instant: Date) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(ZONE).toPlainDateTime().toString()

/** What the newest messages to customers say, by provider. */
function newestTexts(): string[] {
  return PROVIDERS.map((name) => lab[name].provider.log.received.findLast(({ to }) => to !== 'callcentre@example.org')?.text ?? '')
}

const receivedCounts = () => PROVIDERS.map((name) => lab[name].provider.log.received.length)

it('tells works in three stages by four providers, in order; their receipts come back, and the evidence closes', async () => {
  const reference = await publish()
  const stages = [
    { kind: 'advance', at: `${day.subtract({ days: 5 })}T10:00:00` },
    { kind: 'day_before', at: `${day.subtract({ days: 1 })}T10:00:00` },
    { kind: 'same_day', at: `${day}T08:00:00` },
  ] as const
  for (const [index, { kind, at }] of stages.entries()) {
    expect(inRome(await moveClock(OPERATOR, 'next', new Date()))).toBe(at)
    const told = index + 1
    expect(receivedCounts()).toEqual([told, 2 * told, told, told])
    const texts = newestTexts()
    for (const text of texts) expect(text).toMatch(/0?9:00.+12:30/s)
    expect(texts[0]).toMatch(kind === 'same_day' ? /Ripristino entro 12:30/ : /AcqueProva: interruzione acqua/)
    expect(texts[1]).toMatch(/vandens[\s\S]*Via Roma 2/)
    expect(texts[2]).toMatch(/вод[\s\S]*Via Roma 3/)
    expect(texts[3]).toMatch(/water[\s\S]*Via Roma 4/)
    const received = ['twilio', 'resend', 'viber'] as const
    const sum = () => Promise.resolve(received.map((name) => lab[name].provider.log.summary().receiptsSent))
    await expect.poll(sum, { timeout: 20_000 }).toEqual([2 * told, 4 * told, told])
    await moveClock(OPERATOR, later(await currentInstant(), 5 * MINUTE), new Date())
    const notice = await database().notice.findFirstOrThrow({ where: { kind, works: { reference } } })
    expect(notice).toMatchObject({ state: 'done', audience: 5, handedOver: 5, handedOverInTime: 5 })
  }

  await moveClock(OPERATOR, new Date(day.toZonedDateTime({ timeZone: ZONE, plainTime: '13:00' }).epochMilliseconds), new Date())
  const summary = await getEvidenceSummary(OPERATOR, reference, await currentInstant())
  expect(summary).toMatchObject({
    state: 'ended',
    outcome: 'kept',
    points: { total: 4, kept: 4, late: 0, pending: 0, notTold: 0, nobody: 0 },
  })
  expect(summary.notices.map(({ kind, audience, reconciliation }) => [kind, audience, reconciliation])).toEqual(
    stages.map(({ kind }) => [kind, 5, 'closes']),
  )
  for (const { counts } of summary.notices) expect(counts).toMatchObject({ delivered: 4, sent: 1 })
  const rows = []
  for await (const group of await streamEvidence(OPERATOR, reference, {}, await currentInstant())) rows.push(...group)
  expect(rows.filter(({ receipt }) => receipt === 'delivered')).toHaveLength(12)
  expect(rows.filter(({ channel, receipt, state }) => channel === 'telegram' && receipt === null && state === 'sent')).toHaveLength(3)
  for (const name of PROVIDERS) expect(lab[name].provider.log.summary()).toMatchObject({ violations: 0, receiptsFailed: 0 })
})
