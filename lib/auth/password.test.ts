import { describe, expect, it } from 'vitest'
import { newPassword } from './password'

const isTaken = (password: string) => newPassword('olga.rossi@example.org').safeParse(password).success

describe('a new password', () => {
  it.each(['correct horse battery', 'vier Sätze über Wasser', 'кінь батарея скріпка', 'k7#mQ!x2vLp9'])('may be %j', (password) => {
    expect(isTaken(password)).toBe(true)
  })

  it.each([
    ['short', 'k7#mQ!x2vLp'],
    ['of few letters', 'aaaaaaaaaaaaaaaa'],
    ['of few letters', 'abababababababab'],
    ['a row of digits', '1234567890123'],
    ['a well-known word', 'Password1234'],
    ['the keyboard', 'qwertyuiop12'],
    ['the account', 'olga.rossi2026'],
    ['what everybody knows', 'preavviso-demo'],
    ['far too long', 'k7#mQ!x2vLp9'.repeat(20)],
  ])('is refused when it is %s: %j', (_why, password) => {
    expect(isTaken(password)).toBe(false)
  })
})
