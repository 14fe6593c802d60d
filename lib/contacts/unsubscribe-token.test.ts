import { describe, expect, it } from 'vitest'
import { createUnsubscribeToken, readUnsubscribeToken, unsubscribeUrl } from './unsubscribe-token'

const SECRET = 'a secret of this test'
const token = createUnsubscribeToken(417, SECRET)

describe('a token to unsubscribe with', () => {
  it('leads back to its contact', () => {
    expect(readUnsubscribeToken(token, SECRET)).toBe(417)
    expect(readUnsubscribeToken(createUnsubscribeToken(2_147_483_647, SECRET), SECRET)).toBe(2_147_483_647)
  })

  it('stands in an address that says nothing of the person', () => {
    expect(unsubscribeUrl(417, 'https://acque.example', SECRET)).toBe(`https://acque.example/api/unsubscribe/${token}`)
    expect(token).toMatch(/^[\w-]{27}$/)
  })

  it('is worth nothing when a single bit of it is changed', () => {
    const bytes = Buffer.from(token, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes)
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(readUnsubscribeToken(forged.toString('base64url'), SECRET)).toBeNull()
    }
  })

  it('is worth nothing to another installation', () => {
    expect(readUnsubscribeToken(token, 'another secret')).toBeNull()
  })

  it.each(['', 'x', token.slice(1), `${token}A`, `${token}=`, `${token.slice(0, 26)}.`, '../../etc/passwd', 'é'.repeat(27)])(
    'is not %j',
    (text) => {
      expect(readUnsubscribeToken(text, SECRET)).toBeNull()
    },
  )

  it('is never made nor taken with an empty secret', () => {
    expect(() => createUnsubscribeToken(1, '')).toThrow('NEXTAUTH_SECRET')
    expect(readUnsubscribeToken(token, '')).toBeNull()
  })
})
