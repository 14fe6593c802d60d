import { z } from 'zod'
import { DEMO_PASSWORD } from './demo-sign-ins'

/** NIST SP 800-63B asks for length, not for kinds of letters. */
const SHORTEST = 12

/** argon2 takes time in proportion to what it is given. */
export const LONGEST_PASSWORD = 200

const FEWEST_LETTERS = 6

/** Among the most common passwords of this length; shorter ones cannot be chosen anyway. */
const COMMON = [
  '1234567890',
  '0987654321',
  'qwertyuiop',
  'qwerty123456',
  'abcdefghij',
  'password',
  'passwort',
  'letmein',
  'iloveyou',
  'preavviso',
]

/** What is left of a password when the well-known pieces are taken out. */
function withoutCommon(password: string): string {
  return COMMON.reduce((rest, piece) => rest.replaceAll(piece, ''), password.toLowerCase())
}

/** Whether anybody would try it early: few different letters, mostly a well-known word, or what stands in the e-mail address. */
function isGuessable(password: string, email: string): boolean {
  const letters = new Set(password.toLowerCase())
  const [account = ''] = email.split('@')
  const own = account.length > 3 ? withoutCommon(password).replaceAll(account.toLowerCase(), '') : withoutCommon(password)
  return password === DEMO_PASSWORD || letters.size < FEWEST_LETTERS || own.length < SHORTEST / 2
}

/** A password that a member of staff with this e-mail may choose. */
export function newPassword(email: string) {
  return z
    .string()
    .min(SHORTEST)
    .max(LONGEST_PASSWORD)
    .refine((password) => !isGuessable(password, email), { params: { reason: 'password_guessable' } })
}
