import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test('the address that the nearest proxy saw counts, not what the client claims', () => {
  expect(clientAddress(new Headers({ 'x-forwarded-for': '1.1.1.1, 198.51.100.7' }))).toBe('198.51.100.7')
})

test('without a header it is unknown', () => {
  expect(clientAddress(new Headers())).toBe('unknown')
})
