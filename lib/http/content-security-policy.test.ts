import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

const options = { nonce: 'abc', mapbox: false, development: false }

test('a page may load nothing from third parties', () => {
  expect(contentSecurityPolicy(options)).not.toMatch(/https?:/)
})

test('inline scripts need the nonce of this response', () => {
  const scripts = contentSecurityPolicy(options)
    .split('; ')
    .find((directive) => directive.startsWith('script-src'))
  expect(scripts).toBe("script-src 'self' 'nonce-abc'")
})

test('Mapbox is allowed where a token is set, and only for pictures and requests', () => {
  const third = contentSecurityPolicy({ ...options, mapbox: true })
    .split('; ')
    .filter((directive) => directive.includes('mapbox.com'))
  expect(third.map((directive) => directive.split(' ')[0])).toEqual(['img-src', 'connect-src'])
})
