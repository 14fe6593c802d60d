import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { startEnrolment } from '@/lib/contacts/enrol/start-enrolment'
import { getSmsCountries } from '@/lib/utility/sms-countries'
import { updateSmsCountries } from '@/lib/utility/update-sms-countries'
import { addHousehold, createUtility } from './factories'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const NOW = new Date('2026-11-22T10:00:00Z')

beforeAll(createUtility)

it('lets an admin say to which countries codes go, and refuses what is none in words', async () => {
  const { addressId } = await addHousehold({
    x: 1,
    y: 1,
    street: 'Via Roma',
    number: 1,
    channel: 'sms',
    value: '+393331112233',
    language: 'it',
  })
  const form = { addressId, value: '+37061234567', language: 'lt', hasAgreed: true } as const
  const enrol = () => startEnrolment({ kind: 'public', source: '203.0.113.1' }, form, NOW)
  await expect(enrol()).rejects.toMatchObject({ detail: { reason: 'phone_foreign', params: { countries: 'IT' } } })
  await updateSmsCountries(ADMIN, { countries: 'lt, LV;lt' }, NOW)
  expect(await getSmsCountries()).toEqual(['LT', 'LV'])
  await expect(enrol()).resolves.toHaveProperty('proofId')
  for (const wrong of ['Lithuania', 'XX', '1'])
    await expect(updateSmsCountries(ADMIN, { countries: wrong }, NOW)).rejects.toMatchObject({
      detail: { reason: 'country_unknown', field: 'countries' },
    })
  await updateSmsCountries(ADMIN, { countries: '' }, NOW)
  expect(await getSmsCountries()).toEqual([])
})
