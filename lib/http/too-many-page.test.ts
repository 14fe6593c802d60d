import { expect, test } from 'vitest'
import { tooManyPage } from './too-many-page'

test('whoever asks too often reads in the language of the page how long to wait', () => {
  const { body, headers } = tooManyPage('/uk/addresses/7', 'it', 21)
  expect(headers).toMatchObject({ 'Retry-After': '21', 'Cache-Control': 'no-store', 'Content-Type': 'text/html; charset=utf-8' })
  expect(body).toContain('<html lang="uk">')
  expect(body).toContain('21 секунду')
})

test('without a language in the path it is that of the browser', () => {
  expect(tooManyPage('/', 'lt-LT,en;q=0.5', 1).body).toContain('<html lang="lt">')
})

test('it loads nothing', () => {
  expect(tooManyPage('/it', null, 60).body).not.toMatch(/<script|<link|src=|url\(/)
})
