import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir } from './embedded-url.mjs'

const file = path.join(dataDir, 'session-secret')

/** The key that signs sessions: NEXTAUTH_SECRET, or the one that the first start made; empty before it. */
export function findSessionSecret() {
  return process.env.NEXTAUTH_SECRET || (existsSync(file) ? readFileSync(file, 'utf8') : '')
}

/** The same; made and kept in the data folder where there is none yet. */
export function sessionSecret() {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
