import { expect, test } from 'vitest'
import { addressIdOrNull, keepablePathOrNull } from './keepable-path'

const ask = (url: string, headers = {}, method = 'GET') => keepablePathOrNull({ url, headers, method })

test.each(['/it', '/uk/addresses/7', '/lt/works/W-2026-0001', '/en/works', '/en/status', '/en/works/in/Roccafiume'])(
  '%s is the same for everybody',
  (path) => {
    expect(ask(path)).toBe(path)
    expect(ask(path, {}, 'HEAD')).toBe(path)
  },
)

test.each([
  '/',
  '/it/',
  '/it?q=via+roma',
  '/it/addresses/7?reported=1',
  '/it/sign-in',
  '/it/operator',
  '/it/operator/works/W-2026-0001',
  '/it/unsubscribe/token',
  '/it/invitation/token',
  '/it/outbox',
  '/de/addresses/7',
  '/api/v1/addresses?q=x',
  `/it/addresses/${'1'.repeat(300)}`,
])('%s is never kept', (path) => {
  expect(ask(path)).toBeNull()
})

test('what is sent, and what Next asks for while navigating, is not a page', () => {
  expect(ask('/it', {}, 'POST')).toBeNull()
  expect(ask('/it', { rsc: '1' })).toBeNull()
  expect(ask('/it', { 'next-action': 'abc' })).toBeNull()
})

test('the pages of one address are known in every language', () => {
  expect(['/it/addresses/7', '/uk/addresses/7', '/it/addresses', '/it/works/7', '/it/addresses/x'].map(addressIdOrNull)).toEqual([
    7,
    7,
    null,
    null,
    null,
  ])
})
