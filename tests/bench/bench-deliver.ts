import { setTimeout as sleep } from 'node:timers/promises'
import { Resend } from 'resend'
import twilio from 'twilio'
import type { RequestOptions } from 'twilio/lib/base/RequestClient.js'
import type Response from 'twilio/lib/http/response.js'
import type { OutgoingMessage } from '@/lib/channels/channels'
import { mailOf } from '@/lib/channels/resend'
import { runLimited } from '@/lib/channels/run-limited'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { deliverChannel } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { toOutgoing } from '@/lib/notices/to-outgoing'
import { CREDENTIALS } from '../providers/credentials'
import { makeFirstNoticeDue, publishWave, seedWave } from '../seed-wave'
import { type BenchMeasure, type BenchResult, compare, compareAtLeast, seconds } from './bench'
import { BENCH_UTILITY, emptyBenchDatabase } from './empty-bench-database'
import { type ProviderProcess, startProviderProcess } from './provider-process'

const SMS = 10_000
const E_MAILS = 370_000
const SMS_LIMIT = 0.7
const E_MAIL_LIMIT = 0.25
/** Megabytes above idle. */
const MEMORY_LIMIT = 300
const DAY = 86_400_000
/** What the product's own senders do at a time. */
const CALLS = 80
const REQUESTS = 5
const MAILS_A_REQUEST = 100
/** So many bare mails are enough to know their pace. */
const FROM = 'Bench <bench@example.org>'
const BARE_E_MAILS = 20_000

/** A wave of one channel in the ledger, about to be delivered. */
async function fillLedger(channel: Channel, people: number): Promise<Date> {
  await emptyBenchDatabase()
  await seedWave({ name: BENCH_UTILITY, people, channels: [channel] }, [{ kind: 'advance', before: 'P10D' }])
  const now = new Date()
  await makeFirstNoticeDue(await publishWave(new Date(now.getTime() + 19 * DAY), now), now)
  await database().$executeRaw`VACUUM ANALYZE affected_point`
  const messages = await openDueNotices(now)
  if (messages !== people) throw new Error(`The ledger has ${messages} messages for ${people} people.`)
  await database().$executeRaw`VACUUM ANALYZE message`
  return now
}

/** Delivers all of them; throws unless the ledger has all as sent, and their provider as many as that. */
async function deliverAll(channel: 'sms' | 'email', now: Date, people: number, { countTaken }: ProviderProcess): Promise<number> {
  const provider = channel === 'sms' ? 'twilio' : 'resend'
  const before = await countTaken(provider)
  const taken = await seconds(() => deliverChannel(channel, async () => now))
  const sent = await database().message.count({ where: { state: 'sent' } })
  const got = (await countTaken(provider)) - before
  if (sent !== people || got !== people) throw new Error(`The ledger has ${sent}, the provider ${got} of ${people} messages.`)
  return taken
}

/** Messages as the product's senders get them. */
async function findTold(channel: Channel, limit: number): Promise<OutgoingMessage[]> {
  const told = await database().message.findMany({ where: { channel, text: { not: null } }, orderBy: { id: 'asc' }, take: limit })
  return told.map((message) =>
    toOutgoing(
      { ...message, channel, to: message.recipient ?? '', text: message.text ?? '', notAfter: new Date(), isCallCentre: false },
      new Date(),
    ),
  )
}

/** The SDK's own client with kept connections, sent to the fake provider. */
class SdkClient extends twilio.RequestClient {
  constructor(private readonly address: string) {
    super({ keepAlive: true, maxSockets: CALLS })
  }

  override request<Data>(options: RequestOptions<Data>): Promise<Response<Data>> {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', this.address) })
  }
}

/** The peer: the SDK's calls with the same texts, in a bare loop. */
async function sendBareSms({ urls }: ProviderProcess): Promise<number> {
  const client = twilio(CREDENTIALS.TWILIO_ACCOUNT_SID, CREDENTIALS.TWILIO_AUTH_TOKEN, { httpClient: new SdkClient(urls.twilio) })
  const told = await findTold('sms', SMS)
  return seconds(() => runLimited(told, CALLS, ({ to, text }) => client.messages.create({ from: 'Bench', to, body: text })))
}

/** The peer: the SDK's batches of the same mails, in a bare loop. */
async function sendBareMails({ urls }: ProviderProcess): Promise<number> {
  const client = new Resend(CREDENTIALS.RESEND_API_KEY, { baseUrl: urls.resend })
  const told = await findTold('email', BARE_E_MAILS)
  const mails = await Promise.all(told.map((message) => mailOf(message, FROM, BENCH_UTILITY)))
  const requests = Array.from({ length: Math.ceil(mails.length / MAILS_A_REQUEST) }, (_, index) =>
    mails.slice(index * MAILS_A_REQUEST, (index + 1) * MAILS_A_REQUEST),
  )
  return seconds(() => runLimited(requests, REQUESTS, (request) => client.batch.send(request)))
}

async function benchSms(providers: ProviderProcess): Promise<BenchMeasure> {
  const now = await fillLedger('sms', SMS)
  const ours = await deliverAll('sms', now, SMS, providers)
  const bare = await sendBareSms(providers)
  const metric = `SMS a second, ${SMS.toLocaleString('en')} of them, with all ledger work`
  return compareAtLeast({ metric, value: SMS / ours, unit: '/s', peer: 'bare SDK calls with keep-alive', peerValue: SMS / bare }, SMS_LIMIT)
}

/** Runs `work` and says by how many megabytes this process grew meanwhile, at most. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const rss = () => process.memoryUsage().rss / 1_000_000
  const idle = rss()
  let peak = idle
  let isOver = false
  const watch = async () => {
    for (; !isOver; await sleep(50)) peak = Math.max(peak, rss())
  }
  const watching = watch()
  await work()
  isOver = true
  await watching
  return peak - idle
}

async function benchMails(providers: ProviderProcess): Promise<BenchMeasure[]> {
  const now = await fillLedger('email', E_MAILS)
  let ours = 0
  const grown = await growth(async () => {
    ours = await deliverAll('email', now, E_MAILS, providers)
  })
  const bare = await sendBareMails(providers)
  const metric = `e-mails a second, ${E_MAILS.toLocaleString('en')} of them, with all ledger work`
  const speed = { metric, value: E_MAILS / ours, unit: '/s', peer: 'bare batch calls', peerValue: BARE_E_MAILS / bare }
  const memory = { metric: `memory grown meanwhile`, value: grown, unit: 'MB', peer: 'limit', peerValue: MEMORY_LIMIT }
  return [compareAtLeast(speed, E_MAIL_LIMIT), compare(memory, 1)]
}

/** Delivers SMS and e-mails to the fake providers on loopback, against the same SDK calls in a bare loop. */
export async function benchDeliver(): Promise<BenchResult> {
  const providers = await startProviderProcess()
  Object.assign(process.env, providers.environment)
  try {
    return { name: 'deliver', results: [await benchSms(providers), ...(await benchMails(providers))] }
  } finally {
    await providers.close()
  }
}
