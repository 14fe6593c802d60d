import { expect, test } from 'vitest'
import { maskEnd } from './mask-end'

test.each([
  ['sms', '+393331231234', '••• ••• 12 34'],
  ['email', 'maria.rossi@example.org', 'm…@example.org'],
  ['telegram', '700000056', '•••• 00 56'],
] as const)('a %s is shown as its owner knows it', (channel, value, shown) => {
  expect(maskEnd({ channel, value })).toBe(shown)
})
