import { describe, expect, it } from 'vitest'
import { openSealed, sealText } from './seal'

describe('what is sealed', () => {
  const sealed = sealText('JBSWY3DPEHPK3PXP', 'staff:1', 'secret')

  it('opens for its owner with the same secret', () => {
    expect(openSealed(sealed, 'staff:1', 'secret')).toBe('JBSWY3DPEHPK3PXP')
  })

  it('looks different each time, and never shows the text', () => {
    expect(sealText('JBSWY3DPEHPK3PXP', 'staff:1', 'secret')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('JBSWY3')
  })

  it.each([
    ['another owner', () => openSealed(sealed, 'staff:2', 'secret')],
    ['another secret', () => openSealed(sealed, 'staff:1', 'another')],
    ['one changed letter', () => openSealed(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'staff:1', 'secret')],
    ['half of it', () => openSealed(sealed.slice(0, 20), 'staff:1', 'secret')],
    ['nothing', () => openSealed('', 'staff:1', 'secret')],
  ])('does not open for %s', (_what, open) => {
    expect(open()).toBeNull()
  })

  it('is not made without a secret', () => {
    expect(() => sealText('text', 'staff:1', '')).toThrow('NEXTAUTH_SECRET')
  })
})
