import { hash, verify } from '@node-rs/argon2'

/** The same letters typed on another keyboard may be other code points (NIST SP 800-63B, 5.1.1.2). */
const normalise = (password: string) => password.normalize('NFKC')

/** The argon2id hash that is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password))
}

/** Whether `password` is the one that was hashed. */
export function isPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, normalise(password))
}
