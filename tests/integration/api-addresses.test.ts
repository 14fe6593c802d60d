import { beforeAll, describe, expect, it } from 'vitest'
import { GET as getAddresses } from '@/app/api/v1/addresses/[id]/outages/route'
import { GET as findAddresses } from '@/app/api/v1/addresses/route'
import { database } from '@/lib/db/client'
import { addHousehold, createUtility } from './factories'

function search(query: string, headers: Record<string, string> = {}): Promise<Response> {
  return findAddresses(new Request(`http://localhost/api/v1/addresses${query}`, { headers }), { params: Promise.resolve({}) })
}

function outagesOf(id: string): Promise<Response> {
  return getAddresses(new Request(`http://localhost/api/v1/addresses/${id}/outages`), { params: Promise.resolve({ id }) })
}

describe('the address API', () => {
  let served: number

  beforeAll(async () => {
    await createUtility()
    const home = await addHousehold({
      x: 1,
      y: 1,
      street: 'Via Garibaldi',
      number: 12,
      channel: 'sms',
      value: '+393330000001',
      language: 'it',
    })
    await addHousehold({ x: 2, y: 1, street: 'Via Garibaldi', number: 14, channel: 'sms', value: '+393330000002', language: 'it' })
    served = home.addressId
  })

  it('finds the one address that a text means', async () => {
    const response = await search('?q=via%20garibaldi%2012')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'match', address: { id: served } })
  })

  it('suggests addresses while a text is being typed', async () => {
    const { choices } = await (await search('?q=garib&partial=1')).json()
    expect(choices).toHaveLength(2)
  })

  it('says none for what is no address', async () => {
    expect(await (await search('?q=qqqqqq')).json()).toEqual({ status: 'none' })
  })

  it('refuses a search without a text, in the words of the caller', async () => {
    const response = await search('?q=', { 'accept-language': 'it' })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 400, title: 'La richiesta non è corretta', reason: 'field_missing', field: 'q' })
  })

  it('refuses a text of 10,000 characters', async () => {
    const response = await search(`?q=${'a'.repeat(10_000)}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ reason: 'text_too_long', field: 'q' })
  })

  it('says that nothing is planned at a served address', async () => {
    const response = await outagesOf(String(served))
    expect(await response.json()).toMatchObject({ status: 'none_planned', outages: [] })
  })

  it.each(['0', '-1', '1e3', '999999999999', 'abc', '1;DROP TABLE address', '424242'])('does not know the address %s', async (id) => {
    const response = await outagesOf(id)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found', field: 'id' })
  })

  it('says unknown outside the served area', async () => {
    const far = await addHousehold({
      x: 500,
      y: 500,
      street: 'Via Lontana',
      number: 1,
      channel: 'sms',
      value: '+393330000009',
      language: 'it',
    })
    expect(await (await outagesOf(String(far.addressId))).json()).toMatchObject({ status: 'unknown', outages: [] })
  })

  it('says unknown, not none planned, while it cannot look', async () => {
    await database().$executeRaw`ALTER TABLE works_window RENAME TO works_window_away`
    const response = await outagesOf(String(served))
    await database().$executeRaw`ALTER TABLE works_window_away RENAME TO works_window`
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'unknown', outages: [] })
  })
})
