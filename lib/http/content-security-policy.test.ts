import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

const options = { scripts: ['nonce-abc'], mapbox: false, development: false }

test('a page may load nothing from third parties', () => {
  expect(contentSecurityPolicy(options)).not.toMatch(/https?:/)
})

test('inline scripts need the nonce of this response', () => {
  const scripts = contentSecurityPolicy(options)
    .split('; ')
    .find((directive) => directive.startsWith('script-src'))
  expect(scripts).toBe("script-src 'self' 'nonce-abc'")
})

test('the scripts of a kept page are named one by one, and nothing else may run', () => {
  const policy = contentSecurityPolicy({ ...options, scripts: ['sha256-YQ==', 'sha256-Yg=='] })
  expect(policy).toContain("script-src 'self' 'sha256-YQ==' 'sha256-Yg==';")
  expect(policy).not.toContain('nonce')
})

test('Mapbox is allowed where a token is set, and only for pictures and requests', () => {
  const third = contentSecurityPolicy({ ...options, mapbox: true })
    .split('; ')
    .filter((directive) => directive.includes('mapbox.com'))
  expect(third.map((directive) => directive.split(' ')[0])).toEqual(['img-src', 'connect-src'])
})

test('nobody frames a page, save the one that is made for it', () => {
  expect(contentSecurityPolicy(options)).toContain("frame-ancestors 'none'")
  expect(contentSecurityPolicy({ ...options, isFramed: true })).toMatch(/frame-ancestors \*$/)
})
