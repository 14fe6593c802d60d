import { describe, expect, it } from 'vitest'
import { maskContact } from './mask-contact'

describe('maskContact', () => {
  it.each([
    ['sms', '+393331234567', '+39…567'],
    ['sms', '+380671234567', '+380…567'],
    ['sms', 'not a number', '…ber'],
    ['email', 'anna.rossi@example.org', 'a…@…'],
    ['telegram', '100200300', '…300'],
    ['viber', 'abcdEFGH1234+/==', '…/=='],
    ['email', 'deleted:4711', '—'],
  ] as const)('shows %s %s as %s', (channel, value, masked) => {
    expect(maskContact(channel, value)).toBe(masked)
  })
})
