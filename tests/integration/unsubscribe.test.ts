import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/api/unsubscribe/[token]/route'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { getUnsubscribeView, resubscribe, resubscribeAddress, unsubscribe, unsubscribeAddress } from '@/lib/contacts/unsubscribe'
import { createUnsubscribeToken, unsubscribeUrl } from '@/lib/contacts/unsubscribe-token'
import { database } from '@/lib/db/client'
import { exportOwnData } from '@/lib/self-service/export-own-data'
import { getOwnAccount } from '@/lib/self-service/get-own-account'
import { addHousehold, createUtility } from './factories'
import { addToldMessage, getContact, getContactHistory } from './told-messages'

const SECRET = 'a secret of this test'
process.env.NEXTAUTH_SECRET = SECRET

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' }

function oneClick(url: string, body: BodyInit = 'List-Unsubscribe=One-Click', headers: HeadersInit = URLENCODED): Promise<Response> {
  const token = new URL(url).pathname.split('/').at(-1) ?? ''
  const isForm = body instanceof FormData
  return POST(new Request(url, { method: 'POST', body, ...(!isForm && { headers }) }), { params: Promise.resolve({ token }) })
}

let last = 0
async function mailbox() {
  last += 1
  const { contactId } = await addToldMessage({ channel: 'email', to: `r${last}@example.org`, provider: 'resend', providerId: `e-${last}` })
  return { contactId, token: createUnsubscribeToken(contactId, SECRET), url: unsubscribeUrl(contactId, 'https://acque.example', SECRET) }
}

beforeAll(createUtility)

describe('one click in a mail program', () => {
  it('stops the e-mails to everyone who has the mailbox, and is kept without its name', async () => {
    const { contactId, url } = await mailbox()
    const twin = await addToldMessage({ channel: 'email', to: `r${last}@example.org`, provider: 'resend', providerId: 'twin' })
    expect((await oneClick(url)).status).toBe(200)
    expect((await oneClick(url)).status).toBe(200)
    expect([(await getContact(contactId)).state, (await getContact(twin.contactId)).state]).toEqual(['opted_out', 'opted_out'])
    const history = await getContactHistory(contactId)
    expect(history).toEqual([['system:unsubscribe-link', 'contact.opt_out', { state: 'confirmed' }, { state: 'opted_out' }]])
  })

  it('may come as a form of several parts', async () => {
    const { contactId, url } = await mailbox()
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    expect((await oneClick(url, form)).status).toBe(200)
    expect((await getContact(contactId)).state).toBe('opted_out')
  })

  it.each([
    ['nothing', ''],
    ['another field', 'unsubscribe=1'],
    ['JSON', '{"List-Unsubscribe":"One-Click"}'],
    ['another value', 'List-Unsubscribe=No'],
  ])('is not a request with %s', async (_what, body) => {
    const { contactId, url } = await mailbox()
    expect((await oneClick(url, body)).status).toBe(400)
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('is not a body without end', async () => {
    const { contactId, url } = await mailbox()
    expect((await oneClick(url, `List-Unsubscribe=One-Click&x=${'x'.repeat(20_000)}`)).status).toBe(413)
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('does nothing with a forged token', async () => {
    const { contactId, token, url } = await mailbox()
    const forged = [
      createUnsubscribeToken(contactId, 'another secret'),
      `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`,
      String(contactId),
      Buffer.from(String(contactId)).toString('base64url').padEnd(27, 'A'),
    ]
    for (const wrong of forged) expect((await oneClick(url.replace(token, wrong))).status).toBe(404)
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('does nothing for a contact that is gone', async () => {
    expect((await oneClick(unsubscribeUrl(999_999, 'https://acque.example', SECRET))).status).toBe(404)
  })
})

describe('opening the link', () => {
  it('leads to a page and changes nothing, whoever opens it', async () => {
    const { contactId, token, url } = await mailbox()
    const response = await GET(new Request(url), { params: Promise.resolve({ token }) })
    expect([response.status, response.headers.get('location')]).toEqual([302, `/unsubscribe/${token}`])
    expect((await getContact(contactId)).state).toBe('confirmed')
  })

  it('cannot lead to another site', async () => {
    const response = await GET(new Request('https://acque.example/api/unsubscribe/x'), {
      params: Promise.resolve({ token: '/\\evil.example' }),
    })
    expect(response.headers.get('location')).toBe('/unsubscribe/%2F%5Cevil.example')
  })
})

describe('the page', () => {
  it('shows how things stand, stops, and takes it back', async () => {
    const { contactId, token } = await mailbox()
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    await database().contact.create({
      data: {
        ...{ personId, channel: 'telegram', value: '5005', language: 'it', state: 'confirmed' },
        subscriptions: { create: { role: 'call_centre' } },
      },
    })
    expect(await getUnsubscribeView(token)).toMatchObject({ isStopped: false, remaining: ['telegram'], addresses: [] })
    await unsubscribe(token, new Date())
    expect(await getUnsubscribeView(token)).toMatchObject({ isStopped: true, remaining: ['telegram'], addresses: [] })
    await resubscribe(token, new Date())
    expect((await getContact(contactId)).state).toBe('confirmed')
    await expect(getUnsubscribeView('x')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('one address of a message', () => {
  /** A notice that hits two houses, and a contact that hears of one by contract and of the other without. */
  async function told() {
    const home = await addHousehold({
      x: 1 + last,
      y: 1,
      street: 'Via Po',
      number: ++last,
      channel: 'email',
      value: `po${last}@example.org`,
      language: 'it',
    })
    const other = await addHousehold({
      x: 1 + last,
      y: 1,
      street: 'Via Po',
      number: ++last,
      channel: 'sms',
      value: `+3933355500${last}`,
      language: 'it',
    })
    const db = database()
    const beyond = await addHousehold({
      x: 1 + last,
      y: 1,
      street: 'Via Adda',
      number: ++last,
      channel: 'sms',
      value: `+3933355600${last}`,
      language: 'it',
    })
    for (const { addressId } of [other, beyond]) {
      const data = { contactId: home.contactId, addressId, role: 'resident', renewBy: new Date('2027-11-22T10:00:00Z') } as const
      await db.subscription.create({ data })
    }
    const notice = await db.$queryRaw<Array<{ id: number }>>`
      WITH works AS (
        INSERT INTO works (reference, service, title, created_by, created_at) VALUES (${`W-${last}`}, 'water', 'x', 'test', now()) RETURNING id
      ), part AS (
        INSERT INTO works_part (works_id, version, position) SELECT id, 1, 1 FROM works RETURNING id
      ), works_window AS (
        INSERT INTO works_window (part_id, starts_at, ends_at) SELECT id, now(), now() + interval '1 hour' FROM part RETURNING id
      ), hit AS (
        INSERT INTO affected_point (part_id, service_point_id)
        SELECT part.id, service_point.id FROM part, service_point WHERE address_id = ANY (${[home.addressId, other.addressId]}::int[])
      ), notice AS (
        INSERT INTO notice (works_id, version, kind, due_at, not_after, state) SELECT id, 1, 'advance', now(), now() + interval '1 day', 'open' FROM works RETURNING id
      ), spoken AS (
        INSERT INTO notice_window (notice_id, window_id) SELECT notice.id, works_window.id FROM notice, works_window
      )
      SELECT id FROM notice`
    return {
      ...home,
      other: other.addressId,
      beyond: beyond.addressId,
      token: createUnsubscribeToken(home.contactId, SECRET, notice[0]?.id ?? 0),
    }
  }
  const shown = async (token: string, stopped?: number) =>
    (await getUnsubscribeView(token, stopped)).addresses.map(({ id, isStopped }) => [id, isStopped])

  it('is stopped alone, by contract or without, and taken back; the others go on, and nothing else is shown', async () => {
    const { contactId, addressId, other, beyond, token } = await told()
    expect(await shown(token)).toEqual([
      [addressId, false],
      [other, false],
    ])
    await unsubscribeAddress(token, addressId, new Date())
    await unsubscribeAddress(token, other, new Date())
    await unsubscribeAddress(token, other, new Date())
    expect(await shown(token, other)).toEqual([
      [addressId, true],
      [other, true],
    ])
    expect(await shown(token, beyond)).toEqual([[addressId, true]])
    expect((await getContact(contactId)).state).toBe('confirmed')
    const left = await database()
      .$queryRaw`SELECT address_id AS "addressId", paused_until AS paused FROM subscription WHERE contact_id = ${contactId} ORDER BY id`
    expect(left).toEqual([
      { addressId: null, paused: FOR_GOOD },
      { addressId: beyond, paused: null },
    ])
    await resubscribeAddress(token, addressId, new Date())
    await resubscribeAddress(token, other, new Date())
    expect(await shown(token)).toEqual([
      [addressId, false],
      [other, false],
    ])
  })

  it('shows on its owner’s page as stopped until they resume it, also in what they carry away', async () => {
    const { contactId, addressId, token } = await told()
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    const actor = { kind: 'customer', personId, source: '203.0.113.9' } as const
    await unsubscribeAddress(token, addressId, new Date())
    const account = await database().account.findFirstOrThrow({ where: { holderId: personId } })
    const { told: shownTold } = await getOwnAccount(actor, String(account.id), new Date())
    expect(shownTold).toMatchObject([{ contactId, isPausedForGood: true }])
    expect(JSON.stringify(await exportOwnData(actor, null, new Date()))).toContain(FOR_GOOD.toISOString())
  })

  it('cannot be stopped or taken up by the link of another notice, or for an address that it was not about', async () => {
    const { beyond, contactId, token } = await told()
    const wrong = { code: 'not_found', detail: { reason: 'unsubscribe_link_wrong' } }
    await expect(unsubscribeAddress(token, beyond, new Date())).rejects.toMatchObject(wrong)
    await expect(resubscribeAddress(token, 999_999, new Date())).rejects.toMatchObject(wrong)
    await expect(unsubscribeAddress(createUnsubscribeToken(contactId, SECRET), beyond, new Date())).rejects.toMatchObject(wrong)
    await expect(unsubscribeAddress(createUnsubscribeToken(contactId, SECRET, 999_999), beyond, new Date())).rejects.toMatchObject(wrong)
  })

  it('is not taken up again at a contact that was taken away meanwhile', async () => {
    const { contactId, other, token } = await told()
    const { personId } = await database().contact.findUniqueOrThrow({ where: { id: contactId } })
    await unsubscribeAddress(token, other, new Date())
    await removeOwnContact({ kind: 'customer', personId, source: '203.0.113.9' }, { contactId }, new Date())
    await expect(resubscribeAddress(token, other, new Date())).rejects.toMatchObject({ code: 'not_found' })
    expect(await database().subscription.count({ where: { contactId } })).toBe(0)
  })

  it('leaves one click in a mail program what it was: an end to all e-mails', async () => {
    const { contactId, token } = await told()
    expect((await oneClick(`https://acque.example/api/unsubscribe/${token}`)).status).toBe(200)
    expect((await getContact(contactId)).state).toBe('opted_out')
  })
})
