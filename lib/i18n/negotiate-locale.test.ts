import { expect, test } from 'vitest'
import { negotiateLocale } from './negotiate-locale'

test('the language that the reader likes best is chosen', () => {
  expect(negotiateLocale('de;q=0.9, it;q=0.5, uk-UA;q=0.8')).toBe('uk')
})

test('the order decides between equal wishes', () => {
  expect(negotiateLocale('lt,it')).toBe('lt')
})

test('a language refused with q=0 is not chosen', () => {
  expect(negotiateLocale('it;q=0')).toBe('en')
})

test.each([null, '', '*', 'de', ';;,;q=x'])('%o leads to English', (header) => {
  expect(negotiateLocale(header)).toBe('en')
})
