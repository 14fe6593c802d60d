import { expect, it } from 'vitest'
import { hashRecoveryCode, newRecoveryCodes } from './recovery-code'

it('makes ten different codes of 80 bits', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/)
})

it('knows a code however it is typed', () => {
  const hash = hashRecoveryCode('7k3m-x9qp-2tfa-01wz')
  for (const typed of ['7K3M X9QP 2TFA 01WZ', '7k3mx9qp2tfao1wz', '7k3m-x9qp-2tfa-0Lwz ']) expect(hashRecoveryCode(typed)).toBe(hash)
  expect(hashRecoveryCode('7k3m-x9qp-2tfa-01wy')).not.toBe(hash)
})
