import { expect, test } from 'vitest'
import { trustProxy } from './trust-proxy.mjs'

function seenFrom(remoteAddress: string | undefined, claimed?: string) {
  const headers: Record<string, string | undefined> = claimed === undefined ? {} : { 'x-forwarded-for': claimed }
  trustProxy({ headers, socket: { remoteAddress } })
  return headers['x-forwarded-for']
}

test.each(['127.0.0.1', '::1', '10.1.2.3', '172.31.0.9', '192.168.1.1', '::ffff:10.0.0.7', 'fd12::1'])(
  'a proxy at %s says for whom it asks',
  (proxy) => expect(seenFrom(proxy, '203.0.113.9')).toBe('203.0.113.9'),
)

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8::7', '2001:db8::7'],
  ['172.32.0.1', '172.32.0.1'],
])('whoever connects from %s cannot claim to be somebody else', (address, seen) => {
  expect(seenFrom(address, '203.0.113.9')).toBe(seen)
  expect(seenFrom(address)).toBe(seen)
})

test('a connection that is gone already has no address to go by', () => {
  expect(seenFrom(undefined, '203.0.113.9')).toBe('203.0.113.9')
})
