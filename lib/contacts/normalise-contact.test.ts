import { describe, expect, it } from 'vitest'
import { normaliseContact } from './normalise-contact'

describe('normaliseContact', () => {
  it.each([
    ['333 123 4567', 'IT', '+393331234567'],
    ['+39 333-1234567', 'LT', '+393331234567'],
    ['0039 333 1234567', 'IT', '+393331234567'],
    ['067 123 45 67', 'UA', '+380671234567'],
    ['8 612 34567', 'LT', '+37061234567'],
  ])('writes the phone %s in %s as %s', (value, country, expected) => {
    expect(normaliseContact('sms', value, country)).toBe(expected)
  })

  it('writes e-mail addresses in lower case', () => {
    expect(normaliseContact('email', 'Anna.Rossi+Casa@Example.ORG', 'IT')).toBe('anna.rossi+casa@example.org')
  })

  it.each(['12', 'not a phone', '+39 000', ''])('refuses the phone %j', (value) => {
    expect(() => normaliseContact('sms', value, 'IT')).toThrow('import_bad_phone')
  })

  it.each([
    'anna',
    'anna@',
    '@example.org',
    'anna@example',
    'a b@example.org',
    'a\0b@example.org',
    'anna@exa..mple.org',
    `${'x'.repeat(300)}@example.org`,
  ])('refuses the e-mail address %j', (value) => {
    expect(() => normaliseContact('email', value, 'IT')).toThrow('import_bad_email')
  })

  it('never repeats the value in its error', () => {
    expect(() => normaliseContact('email', 'secret@', 'IT')).toThrow(expect.not.stringContaining('secret'))
  })

  it('checks chat identifiers', () => {
    expect(normaliseContact('telegram', '123456789', 'IT')).toBe('123456789')
    expect(() => normaliseContact('telegram', '@anna', 'IT')).toThrow('import_bad_chat')
    expect(() => normaliseContact('viber', 'short', 'IT')).toThrow('import_bad_chat')
  })
})
