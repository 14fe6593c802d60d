import { beforeAll, describe, expect, it } from 'vitest'
import { GET, POST } from '@/app/api/unsubscribe/[token]/route'
import { getUnsubscribeView, resubscribe, unsubscribe } from '@/lib/contacts/unsubscribe'
import { createUnsubscribeToken, unsubscribeUrl } from '@/lib/contacts/unsubscribe-token'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'
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
    expect(await getUnsubscribeView(token)).toEqual({ isStopped: false, remaining: ['telegram'] })
    await unsubscribe(token, new Date())
    expect(await getUnsubscribeView(token)).toEqual({ isStopped: true, remaining: ['telegram'] })
    await resubscribe(token, new Date())
    expect((await getContact(contactId)).state).toBe('confirmed')
    await expect(getUnsubscribeView('x')).rejects.toMatchObject({ code: 'not_found' })
  })
})
