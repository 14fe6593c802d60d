import { describe, expect, it } from 'vitest'
import { findTotpStep, newTotpSecret, totpUri } from './totp'

/** Appendix B of RFC 6238 has eight digits of the secret "12345678901234567890"; six digits are the last six of them. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code', () => {
  it.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1111111111, '050471', 37037037],
    [20000000000, '353130', 666666666],
  ])('at second %i is that of RFC 6238', (second, code, step) => {
    expect(findTotpStep(SECRET, code, new Date(second * 1000))).toBe(step)
  })

  it('counts one step early or late, and no more', () => {
    const at = (second: number) => findTotpStep(SECRET, '050471', new Date(second * 1000))
    expect([at(1111111111 - 60), at(1111111111 - 30), at(1111111111 + 30), at(1111111111 + 60)]).toEqual([null, 37037037, 37037037, null])
  })

  it('may be typed with a gap', () => {
    expect(findTotpStep(SECRET, '050 471', new Date(1111111111000))).toBe(37037037)
  })

  it.each(['', '12345', '1234567', 'abcdef', '-50471', '５０４７１'])('is not %j', (code) => {
    expect(findTotpStep(SECRET, code, new Date(1111111111000))).toBeNull()
  })
})

describe('a new secret', () => {
  it('has 160 bits and is never the same', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/)
    expect(newTotpSecret()).not.toBe(newTotpSecret())
  })

  it('is handed to the app with the utility and the account', () => {
    const uri = new URL(totpUri(SECRET, 'olga@example.org', 'Acque di Prova'))
    expect(uri.href).toMatch(/^otpauth:\/\/totp\/Acque%20di%20Prova:olga%40example\.org\?/)
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret: SECRET, issuer: 'Acque di Prova', digits: '6', period: '30' })
  })
})
