import { describe, expect, it } from 'vitest'
import { eicCheckCharacter } from '@/lib/customers/eic'
import type { SignInRules } from '@/lib/utility/sign-in-rules'
import { readAccountNumber, readProof } from './read-proof'

const rules = (patterns: SignInRules['patterns']): SignInRules => ({ ways: [], services: ['water', 'power'], patterns })

describe('an account number', () => {
  it.each([
    ['123 456 789', '123456789'],
    [' 123.456/789 ', '123456789'],
    ['a-12', 'A-12'],
  ])('is read from "%s"', (typed, number) => {
    expect(readAccountNumber(typed, rules({}))).toBe(number)
  })

  it('fits the whole pattern of one of the services, or any where one of them has none', () => {
    const both = rules({ water: '[0-9]{9}', power: 'P[0-9]{4}|Q[0-9]{4}' })
    expect(readAccountNumber('p1234', both)).toBe('P1234')
    for (const typed of ['1234567890', 'P12345', 'Q123', 'xP1234']) {
      expect(() => readAccountNumber(typed, both)).toThrow('account_number_wrong')
    }
    expect(readAccountNumber('anything', rules({ water: '[0-9]{9}' }))).toBe('ANYTHING')
  })

  it('is neither empty nor endless', () => {
    expect(() => readAccountNumber(' . ', rules({}))).toThrow('account_number_missing')
    expect(() => readAccountNumber('1'.repeat(41), rules({}))).toThrow('account_number_wrong')
  })
})

describe('a proof', () => {
  it('is a meter number or the end of an EIC code, without blanks and in capitals', () => {
    expect(readProof(' am 001 23 ')).toEqual({ meter: 'AM00123', eic: 'AM00123' })
  })

  it('of sixteen characters that look like an EIC code has to check', () => {
    const code = `62Z000000000001${eicCheckCharacter('62Z000000000001')}`
    expect(readProof(code.toLowerCase()).eic).toBe(code)
    expect(() => readProof(`62Z000000000002${code.at(-1)}`)).toThrow('eic_wrong')
    expect(readProof('1234567890123456').meter).toBe('1234567890123456')
  })

  it.each(['', 'abc', 'x'.repeat(41)])('is not "%s"', (typed) => {
    expect(() => readProof(typed)).toThrow('account_proof_wrong')
  })
})
