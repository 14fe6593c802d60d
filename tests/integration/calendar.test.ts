import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/addresses/[id]/calendar.ics/route'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { getAddressCalendar } from '@/lib/works/feeds/calendar/get-address-calendar'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const PUBLISHED = new Date('2026-11-20T09:00:00Z')
const later = (instant: Date, hours: number) => new Date(instant.getTime() + hours * 3_600_000)

/** Publishes works on the square at (x, 0), three steps wide. */
async function publish(x: number, windows: Array<[string, string]>, overrides: object = {}): Promise<string> {
  const times = windows.map(([start, end]) => ({ start, end }))
  const input = { service: 'water', title: `Works at ${x}`, parts: [{ area: square(x, 0, 3), windows: times }], ...overrides }
  const { reference } = await createWorks(OPERATOR, input, PUBLISHED)
  await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, PUBLISHED)
  return reference
}

let houses = 0
async function house(x: number): Promise<string> {
  houses += 1
  const place = { x: x + 1, y: 1, street: 'Via Roma', number: houses, channel: 'sms', language: 'it' } as const
  return String((await addHousehold({ ...place, value: `+39333${String(houses).padStart(7, '0')}` })).addressId)
}

/** What a calendar program has after it asked: its own parser, events by UID, the one with the higher sequence wins. */
async function subscribe(id: string, lang: string | null = null, now = PUBLISHED) {
  const text = await getAddressCalendar(id, lang, now)
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      description: event.description,
      location: event.location,
      categories: component.getFirstPropertyValue('categories'),
      modified: String(component.getFirstPropertyValue('last-modified')),
    }
  })
}

describe('a calendar that is subscribed to', () => {
  beforeAll(createUtility)

  it('has each window once, in words of its language, without a word about customers', async () => {
    const id = await house(0)
    const reference = await publish(0, [
      ['2026-12-01T09:00', '2026-12-01T12:30'],
      ['2026-12-02T09:00', '2026-12-02T12:30'],
    ])
    const events = await subscribe(id)
    expect(events).toHaveLength(2)
    expect(events[0]).toMatchObject({
      sequence: 0,
      start: '2026-12-01T08:00:00.000Z',
      end: '2026-12-01T11:30:00.000Z',
      status: 'CONFIRMED',
      summary: 'Lavori programmati: interruzione acqua',
      location: expect.stringContaining('Via Roma 1'),
      categories: 'Acqua',
    })
    expect(events[0]?.description).toContain('Cosa fare: Tenga pronta una scorta')
    expect(events[0]?.description).toContain(`/it/works/${reference}`)
    expect((await subscribe(id, 'lt'))[0]).toMatchObject({ summary: 'Planiniai darbai: nebus vandens', uid: events[0]?.uid })
    expect(await getAddressCalendar(id, 'uk', PUBLISHED)).not.toMatch(/\+39333|A-\d|P-\d/)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2)
  })

  it('follows a move, an extension and the return of supply under the same UID, with a higher sequence each time', async () => {
    const id = await house(10)
    const reference = await publish(10, [['2026-12-01T09:00', '2026-12-01T12:30']])
    const [first] = await subscribe(id)
    await rescheduleWorks(OPERATOR, { reference, windows: [{ start: '2026-12-03T10:00', end: '2026-12-03T11:00' }] }, later(PUBLISHED, 1))
    const [moved] = await subscribe(id)
    expect(moved).toMatchObject({ uid: first?.uid, sequence: 1, start: '2026-12-03T09:00:00.000Z', status: 'CONFIRMED' })
    const running = new Date('2026-12-03T09:30:00Z')
    await extendWorks(OPERATOR, { reference, until: '2026-12-03T15:00' }, running)
    const [longer] = await subscribe(id, null, running)
    expect(longer).toMatchObject({ uid: first?.uid, sequence: 2, end: '2026-12-03T14:00:00.000Z' })
    const back = new Date('2026-12-03T13:10:00Z')
    await restoreWorks(OPERATOR, { reference }, back)
    const [over] = await subscribe(id, null, back)
    expect(over).toMatchObject({ uid: first?.uid, sequence: 3, end: '2026-12-03T13:10:00.000Z', status: 'CONFIRMED' })
    expect(over?.modified).toBe('2026-12-03T13:10:00Z')
  })

  it('keeps what was cancelled, so that whoever has it takes it out, and forgets it after a month', async () => {
    const id = await house(20)
    const reference = await publish(20, [['2026-12-01T09:00', '2026-12-01T12:30']])
    const [first] = await subscribe(id)
    await cancelWorks(OPERATOR, { reference, reason: 'The part is missing' }, later(PUBLISHED, 1))
    const [cancelled] = await subscribe(id)
    expect(cancelled).toMatchObject({ uid: first?.uid, sequence: 1, status: 'CANCELLED', start: first?.start })
    expect(cancelled?.summary).toBe('Annullata: interruzione acqua')
    expect(cancelled?.description).toContain('The part is missing')
    expect(await subscribe(id, null, later(PUBLISHED, 24 * 45))).toEqual([])
  })

  it('cancels a window that works no longer have after a move', async () => {
    const id = await house(30)
    const reference = await publish(30, [
      ['2026-12-01T09:00', '2026-12-01T10:00'],
      ['2026-12-02T09:00', '2026-12-02T10:00'],
    ])
    await rescheduleWorks(OPERATOR, { reference, windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T10:00' }] }, later(PUBLISHED, 1))
    expect((await subscribe(id)).map(({ start, sequence, status }) => [start.slice(8, 10), sequence, status])).toEqual([
      ['01', 0, 'CONFIRMED'],
      ['02', 1, 'CANCELLED'],
    ])
  })

  it('says nothing of what was done before the works were published', async () => {
    const id = await house(40)
    const input = {
      service: 'water',
      title: 'Moved as a draft',
      parts: [{ area: square(40, 0, 3), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T10:00' }] }],
    }
    const { reference } = await createWorks(OPERATOR, input, PUBLISHED)
    expect(await subscribe(id)).toEqual([])
    await rescheduleWorks(OPERATOR, { reference, windows: [{ start: '2026-12-04T09:00', end: '2026-12-04T10:00' }] }, PUBLISHED)
    await publishWorks(OPERATOR, { reference }, PUBLISHED)
    expect(await subscribe(id)).toMatchObject([{ sequence: 0, start: '2026-12-04T08:00:00.000Z' }])
  })

  it('is right in the nights when the clocks change', async () => {
    const id = await house(3)
    await publish(3, [
      ['2027-03-27T23:00', '2027-03-28T05:00'],
      ['2027-10-30T23:00', '2027-10-31T05:00'],
    ])
    expect((await subscribe(id)).map(({ start, end }) => [start, end])).toEqual([
      ['2027-03-27T22:00:00.000Z', '2027-03-28T03:00:00.000Z'],
      ['2027-10-30T21:00:00.000Z', '2027-10-31T04:00:00.000Z'],
    ])
  })

  it('folds long lines between letters, at 75 octets, also in Cyrillic', async () => {
    const id = await house(13)
    await publish(13, [['2026-12-01T09:00', '2026-12-01T12:30']], {
      reason: 'Планова заміна засувки на магістральному водогоні '.repeat(5),
    })
    const text = await getAddressCalendar(id, 'uk', PUBLISHED)
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...octets)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
    expect((await subscribe(id, 'uk'))[0]?.description).toContain('засувки на магістральному водогоні Планова заміна')
  })

  it('reads the same for an address with customers and for one that only lies in the area', async () => {
    const id = await house(23)
    await publish(23, [['2026-12-01T09:00', '2026-12-01T12:30']])
    const twin = await house(23)
    await database().subscription.deleteMany({ where: { account: { servicePoint: { addressId: Number(twin) } } } })
    await database().account.deleteMany({ where: { servicePoint: { addressId: Number(twin) } } })
    await database().servicePoint.deleteMany({ where: { addressId: Number(twin) } })
    const plain = (events: Awaited<ReturnType<typeof subscribe>>) => events.map(({ uid: _uid, location: _location, ...rest }) => rest)
    const expected = plain(await subscribe(id))
    expect(expected).toHaveLength(1)
    expect(plain(await subscribe(twin))).toEqual(expected)
  })
})

describe('the calendar over HTTP', () => {
  function get(id: string, query = '', headers: Record<string, string> = {}) {
    return GET(new Request(`http://localhost/addresses/${id}/calendar.ics${query}`, { headers }), { params: Promise.resolve({ id }) })
  }

  it('has its type and a tag, and is not sent twice', async () => {
    const id = await house(33)
    const first = await get(id)
    expect(first.status).toBe(200)
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(first.headers.get('cache-control')).toBe('public, max-age=15')
    const again = await get(id, '', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  it('is not there for addresses that we know nothing of, nor in languages that we do not speak', async () => {
    const far = await addHousehold({
      x: 500,
      y: 500,
      street: 'Via Lontana',
      number: 1,
      channel: 'sms',
      value: '+393339999999',
      language: 'it',
    })
    const answers = await Promise.all([get(String(far.addressId)), get('999999'), get('abc'), get(await house(43), '?lang=de')])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 400])
    expect(await answers[0]?.json()).toMatchObject({ reason: 'address_not_served' })
  })

  it('is unavailable, not empty, while we cannot look', async () => {
    const id = await house(46)
    await database().$executeRaw`ALTER TABLE works_window RENAME TO works_window_away`
    const answer = await get(id)
    await database().$executeRaw`ALTER TABLE works_window_away RENAME TO works_window`
    expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('content-type')]).toEqual([
      503,
      '60',
      'application/problem+json',
    ])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
