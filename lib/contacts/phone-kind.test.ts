import { expect, test } from 'vitest'
import { phoneKind } from './phone-kind'

test.each([
  ['+393331234567', 'mobile', 'IT'],
  ['+390131000000', 'landline', 'IT'],
  ['+37061234567', 'mobile', 'LT'],
  ['+37052123456', 'landline', 'LT'],
  ['+380671234567', 'mobile', 'UA'],
  ['+380442345678', 'landline', 'UA'],
  ['+12025550123', 'mobile', 'US'],
  ['+39899123456', 'special', 'IT'],
  ['+39800123456', 'special', 'IT'],
])('%s is a %s of %s', (value, kind, country) => {
  expect(phoneKind(value)).toEqual({ kind, country })
})
