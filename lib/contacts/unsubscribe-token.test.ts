import { describe, expect, it } from 'vitest'
import { createUnsubscribeToken, readUnsubscribeToken, unsubscribeUrl } from './unsubscribe-token'

const SECRET = 'a secret of this test'
const token = createUnsubscribeToken(417, SECRET)
const ofNotice = createUnsubscribeToken(417, SECRET, 9)

describe('a token to unsubscribe with', () => {
  it('leads back to its contact', () => {
    expect(readUnsubscribeToken(token, SECRET)).toEqual({ contactId: 417, noticeId: null })
    const last = createUnsubscribeToken(2_147_483_647, SECRET)
    expect(readUnsubscribeToken(last, SECRET)).toEqual({ contactId: 2_147_483_647, noticeId: null })
  })

  it('of a notice leads back to both', () => {
    expect(readUnsubscribeToken(ofNotice, SECRET)).toEqual({ contactId: 417, noticeId: 9 })
  })

  it('stands in an address that says nothing of the person', () => {
    expect(unsubscribeUrl(417, 'https://acque.example', SECRET)).toBe(`https://acque.example/api/unsubscribe/${token}`)
    expect(token).toMatch(/^[\w-]{27}$/)
  })

  it('is worth nothing when a single bit of it is changed', () => {
    for (const bytes of [token, ofNotice].map((text) => Buffer.from(text, 'base64url')))
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
