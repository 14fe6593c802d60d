import { PrismaPg } from '@prisma/adapter-pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as findAddressesRoute } from '@/app/api/v1/addresses/route'
import type { Actor } from '@/lib/auth/actor'
import { startEnrolment } from '@/lib/contacts/enrol/start-enrolment'
import { database } from '@/lib/db/client'
import { PrismaClient } from '@/lib/db/generated/client'
import { createWorks } from '@/lib/works/create-works'
import { getAddressView } from '@/lib/works/get-address-view'
import { publishWorks } from '@/lib/works/publish-works'
import { findEndedWorks } from '@/lib/works/supply-reports/find-ended-works'
import { reportNoSupply } from '@/lib/works/supply-reports/report-no-supply'
import { addHousehold, createUtility, square } from './factories'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const PUBLIC: Actor = { kind: 'public', source: '203.0.113.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }
const AFTER = new Date('2026-12-02T12:00:00Z')

interface Twin {
  id: number
  number: number
}

/** Houses 1 and 3 lie at one place inside the works, 21 and 23 at one outside; the odd one out of each pair has no customer. */
const pairs: Array<[rich: Twin, poor: Twin]> = []
let reference: string

/** What was asked of the database, statement by statement. */
const statements: string[] = []

function listen(): void {
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? '' })
  const client = new PrismaClient({ adapter, log: [{ emit: 'event', level: 'query' }] })
  client.$on('query', ({ query }) => statements.push(query))
  Object.assign(globalThis, { preavvisoDatabase: client })
}

async function addTwins(x: number, number: number): Promise<[Twin, Twin]> {
  const at = { x, y: 1, street: 'Via Roma', channel: 'sms', language: 'it' } as const
  const rich = await addHousehold({ ...at, number, value: `+3933300000${number}` })
  const poor = await addHousehold({ ...at, number: number + 2, value: `+3933300001${number}` })
  const db = database()
  await db.subscription.create({ data: { contactId: rich.contactId, addressId: rich.addressId, role: 'resident' } })
  await db.$executeRaw`UPDATE service_point SET kind = 'shared', units = 12 WHERE address_id = ${rich.addressId}`
  await db.subscription.deleteMany({ where: { contactId: poor.contactId } })
  await db.account.deleteMany({ where: { servicePoint: { addressId: poor.addressId } } })
  await db.contact.delete({ where: { id: poor.contactId } })
  return [
    { id: rich.addressId, number },
    { id: poor.addressId, number: number + 2 },
  ]
}

beforeAll(async () => {
  listen()
  await createUtility()
  pairs.push(await addTwins(1, 1), await addTwins(20, 21))
  const part = { area: square(0, 0, 5), windows: [WINDOW] }
  reference = (await createWorks(ADMIN, { service: 'water', title: 'Works', parts: [part] }, NOW)).reference
  await publishWorks(ADMIN, { reference }, NOW)
  for (const [{ id }] of pairs) await database().$executeRaw`UPDATE service_point SET priority = 'dialysis' WHERE address_id = ${id}`
})

/** An answer, and what was asked of the database for it, without the house's own id and number. */
async function watch(twin: Twin, ask: (twin: Twin) => Promise<unknown>): Promise<{ answer: string; asked: string[] }> {
  statements.length = 0
  const answer = await ask(twin).then(
    (value) => JSON.stringify(value ?? null),
    (error: Error) => String(error),
  )
  const text = answer.replaceAll(`"id":${twin.id}`, '"id":ID').replaceAll(`"number":${twin.number}`, '"number":N')
  return { answer: text.replaceAll(`Via Roma ${twin.number}`, 'Via Roma N'), asked: [...statements] }
}

const QUESTIONS: Record<string, (twin: Twin) => Promise<unknown>> = {
  'the page of the address': ({ id }) => getAddressView(String(id), NOW),
  'what has ended there': ({ id }) => findEndedWorks(id, AFTER),
  '"I still have no supply"': ({ id }) => reportNoSupply({ kind: 'public', source: '203.0.113.1' }, { addressId: id, reference }, AFTER),
  '"I still have no supply", again': ({ id }) =>
    reportNoSupply({ kind: 'public', source: '203.0.113.1' }, { addressId: id, reference }, AFTER),
  'the search': async ({ number }) => {
    const response = await findAddressesRoute(new Request(`http://localhost/api/v1/addresses?q=Via+Roma+${number}`), {
      params: Promise.resolve({}),
    })
    return response.json()
  },
}

describe('an address with customers and one without', () => {
  it.each(Object.keys(QUESTIONS))('are answered alike, with the same questions to the database: %s', async (name) => {
    const question = QUESTIONS[name] as (twin: Twin) => Promise<unknown>
    // The first look of a process reads what it keeps (streets, settings): that is nobody's.
    await watch(pairs[0]?.[0] as Twin, question)
    for (const [rich, poor] of pairs) {
      const [ours, theirs] = [await watch(rich, question), await watch(poor, question)]
      expect(ours.answer).toBe(theirs.answer)
      expect(ours.asked).toEqual(theirs.asked)
    }
  })

  it('are enrolled for alike, by an end that somebody has and by one that nobody has', async () => {
    const known = (await database().contact.findFirstOrThrow({ where: { channel: 'sms', state: 'confirmed' } })).value
    const enrol = (twin: Twin, value: string) =>
      watch(twin, ({ id }) => startEnrolment(PUBLIC, { addressId: id, value, language: 'it', hasAgreed: true }, NOW).then(() => 'sent'))
    const [rich, poor] = pairs[0] as [Twin, Twin]
    await enrol(rich, 'warm@example.org')
    const answers = [
      await enrol(rich, known),
      await enrol(poor, '+393471234567'),
      await enrol(poor, known),
      await enrol(rich, '+393477654321'),
    ]
    for (const { answer, asked } of answers) {
      expect(answer).toBe('"sent"')
      expect(asked).toEqual(answers[0]?.asked)
    }
  })

  it('are told apart by the test itself: works touch the first pair, not the second', async () => {
    const statusOf = async (twin: Twin | undefined) => (await getAddressView(String(twin?.id), NOW)).outages.status
    expect([await statusOf(pairs[0]?.[1]), await statusOf(pairs[1]?.[1])]).toEqual(['affected', 'none_planned'])
    expect(statements.length).toBeGreaterThan(0)
  })
})
