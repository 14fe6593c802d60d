import { Agent, request } from 'node:http'
import { database } from '@/lib/db/client'
import { checkTelegramCall } from '../providers/check-telegram-call'
import { CREDENTIALS } from '../providers/credentials'
import { TELEGRAM_UPDATE } from '../providers/telegram-updates'
import { type BenchMeasure, type BenchResult, compareAtLeast } from './bench'
import { measureThroughput } from './http-load'
import { type HttpServer, startHttpServer } from './http-server'
import { startProviderProcess } from './provider-process'
import { seedBenchDatabase } from './seed-bench-database'

const ADDRESSES = 20_000
const DIALOGUES = 500
/** Telegram's own default is 40, its most 100. */
const CONNECTIONS = 100
/** Dialogues that nobody counts: the server has run for a while. */
const WARM = 100
const ROUNDS = 3
/** Seconds that the empty route is asked in each round. */
const EMPTY_SECONDS = 4
const LEAST = 0.4

interface Said {
  text: string
  /** What the buttons do, by their words. */
  buttons: Map<string, string>
}

/** Posts an update as Telegram does, and holds the answer to its schema. Throws unless it is answered 200. */
function post(agent: Agent, url: string, update: object): Promise<Said> {
  const body = JSON.stringify(update)
  const headers = {
    ...{ 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    'x-telegram-bot-api-secret-token': CREDENTIALS.TELEGRAM_WEBHOOK_SECRET,
  }
  return new Promise((resolve, reject) => {
    const call = request(`${url}/api/webhooks/telegram`, { method: 'POST', agent, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.once('error', reject)
      response.once('end', () => {
        if (response.statusCode !== 200 || text === '') return reject(new Error(`An update was answered ${response.statusCode} ${text}`))
        const { method, ...fields } = JSON.parse(text)
        const wrong = checkTelegramCall(method, fields)
        if (wrong) return reject(new Error(`${method}: ${wrong}`))
        const rows = (fields.reply_markup?.inline_keyboard ?? []) as Array<Array<{ text: string; callback_data?: string }>>
        resolve({ text: fields.text, buttons: new Map(rows.flat().map((button) => [button.text, button.callback_data ?? ''])) })
      })
    })
    call.once('error', reject)
    call.end(body)
  })
}

/** What one dialogue is about. */
interface Talk {
  chat: number
  address: { id: number; text: string }
}

/** Written: what somebody sends. Expected: a word that the answer must have. */
type Line = [written: (said: Said, talk: Talk) => object, expected: (talk: Talk) => string]

const write =
  (text: (talk: Talk) => string) =>
  (_said: Said, talk: Talk): object =>
    TELEGRAM_UPDATE.text({ chat: talk.chat, language: 'en' }, text(talk))
const press =
  (label: string) =>
  ({ buttons }: Said, { chat }: Talk): object =>
    TELEGRAM_UPDATE.press({ chat, language: 'en' }, buttons.get(label) ?? `no button ${label}`)

/** From a first hello to an address that is followed, as somebody goes through it who reads what is said. */
const LINES: Line[] = [
  [write(() => '/start'), () => 'Hello!'],
  [press('Italiano'), () => 'in italiano'],
  [write(() => 'lingua'), () => 'quale lingua'],
  [press('English'), () => 'I write English'],
  [write(() => 'help'), () => 'at any time'],
  [write(() => 'address'), () => 'About which address'],
  [write(({ address }) => address.text), () => 'Shall I tell you here'],
  [write(() => 'maybe'), () => 'yes or no'],
  [press('Yes'), () => 'Done'],
  [write(() => 'list'), ({ address }) => address.text.split(',')[0] ?? ''],
  [write(() => 'what is planned?'), () => 'Nothing is planned'],
  [write(() => 'talk to a person'), () => '+39 051 000000'],
]

async function hold(agent: Agent, url: string, talk: Talk): Promise<void> {
  let said: Said = { text: '', buttons: new Map() }
  for (const [written, expected] of LINES) {
    said = await post(agent, url, written(said, talk))
    if (!said.text.includes(expected(talk))) throw new Error(`"${expected(talk)}" is not in: ${said.text}`)
  }
}

async function findTalks(count: number): Promise<Talk[]> {
  const rows = await database().$queryRaw<Array<{ id: number; text: string }>>`
    SELECT address.id, street.label || ' ' || address.number || coalesce(nullif(address.suffix, ''), '') || ', ' || municipality.name AS text
    FROM address JOIN street ON street.id = address.street_id JOIN municipality ON municipality.id = street.municipality_id
    WHERE address.id % ${Math.floor(ADDRESSES / count)}::int = 0 AND address.suffix = '' ORDER BY address.id`
  return Array.from({ length: count }, (_, index) => ({ chat: 1, address: rows[index % rows.length] ?? { id: 0, text: '' } }))
}

/** All dialogues at once, each waiting for its answers; updates answered a second. */
async function holdAll({ url }: HttpServer, talks: Talk[]): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const start = performance.now()
  await Promise.all(talks.map((talk) => hold(agent, url, talk)))
  const taken = (performance.now() - start) / 1000
  agent.destroy()
  return (talks.length * LINES.length) / taken
}

/** How many of these chats follow just the address that they asked for. */
async function countRight(talks: Talk[]): Promise<number> {
  const [row] = await database().$queryRaw<[{ count: number }]>`
    SELECT count(*)::int AS count
    FROM unnest(${talks.map(({ chat }) => String(chat))}::text[], ${talks.map(({ address }) => address.id)}::int[]) AS talk (chat, address_id)
    WHERE ARRAY[talk.address_id] = (
      SELECT array_agg(subscription.address_id) FROM contact JOIN subscription ON subscription.contact_id = contact.id
      WHERE contact.channel = 'telegram' AND contact.value = talk.chat AND contact.state = 'confirmed')`
  return row.count
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

async function measure(server: HttpServer, talks: Talk[]): Promise<BenchMeasure[]> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  let chat = 900_000_000
  const next = (count: number) => talks.slice(0, count).map((talk) => ({ ...talk, chat: chat++ }))
  await holdAll(server, next(WARM))
  await measureThroughput(server.url, () => '/api/health/live', CONNECTIONS, 1, 0)
  let right = 0
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await measureThroughput(server.url, () => '/api/health/live', CONNECTIONS, EMPTY_SECONDS, round * 100_000))
    const held = next(DIALOGUES)
    ours.push(await holdAll(server, held))
    right += await countRight(held)
  }
  const metric = `updates of ${DIALOGUES} dialogues at once, ${LINES.length} each, with an enrolment`
  return [
    compareAtLeast({ metric, value: mean(ours), unit: '1/s', peer: 'empty JSON route of the same server', peerValue: mean(theirs) }, LEAST),
    compareAtLeast({ metric: 'dialogues that ended right', value: right, unit: '', peer: 'held', peerValue: ROUNDS * DIALOGUES }, 1),
  ]
}

/** 500 people talk with the bot at once through the webhook, against a route of the same server that answers with nothing. */
export async function benchBots(): Promise<BenchResult> {
  await database().$executeRaw`TRUNCATE bot_dialogue, bot_update`
  await seedBenchDatabase(ADDRESSES)
  const talks = await findTalks(DIALOGUES)
  const providers = await startProviderProcess()
  Object.assign(process.env, providers.environment)
  const server = await startHttpServer()
  try {
    const results = await measure(server, talks)
    // Throws when the pretended Telegram found a call that its schema forbids.
    await providers.countTaken('telegram')
    return { name: 'bots', results }
  } finally {
    await server.close()
    await providers.close()
  }
}
