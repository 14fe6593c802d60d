import { createHash, randomBytes } from 'node:crypto'

const COUNT = 10
/** 80 bits: nobody guesses one, so its plain hash cannot be turned back. */
const BYTES = 10
/** Crockford's: no letter that is taken for a digit. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

function newCode(): string {
  let bits = BigInt(`0x${randomBytes(BYTES).toString('hex')}`)
  let code = ''
  for (let letter = 0; letter < (BYTES * 8) / 5; letter++, bits >>= 5n) code += LETTERS[Number(bits & 31n)]
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Ten codes for the day on which the telephone is gone, each good once: "7k3m-x9qp-2tfa-0bwz". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, newCode)
}

/** What is kept of one: SHA-256 in hexadecimal, the same however it is typed. */
export function hashRecoveryCode(code: string): string {
  const letters = code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1')
  return createHash('sha256').update(letters).digest('hex')
}
