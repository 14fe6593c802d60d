import { beforeAll, expect, it } from 'vitest'
import { findDemoCustomer } from '@/lib/self-service/find-demo-customer'
import { addCustomer } from './customer-lab'
import { createUtility } from './factories'

beforeAll(createUtility)

it('shows nobody’s account number and meter but a made-up customer’s', async () => {
  await addCustomer()
  await addCustomer('anna@posta.it')
  expect(await findDemoCustomer()).toBeNull()
  const { number, meterNumber } = await addCustomer('chiara@example.com')
  expect(await findDemoCustomer()).toEqual({ number, meter: meterNumber })
})
