import { readdirSync, readFileSync } from 'node:fs'

export interface UseCase {
  /** Below lib, without `.ts`: how the table calls it. */
  key: string
  /** The function's name. */
  name: string
}

/** An exported function whose first parameter is whoever acts. */
const USE_CASE = /^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(\s*_?actor: (?:Actor|StaffActor|CustomerActor)\b/gm

/** What decides and names, for use cases to ask. */
const NOT_USE_CASES = new Set(['auth/actor', 'auth/policies'])

/** Every use case of lib, found in the source. */
export function findUseCases(): UseCase[] {
  const files = readdirSync('lib', { recursive: true }).map((file) => String(file).replaceAll('\\', '/'))
  const keys = files.filter((file) => /(?<!\.test|\.d)\.ts$/.test(file) && !file.includes('generated/')).map((file) => file.slice(0, -3))
  return keys
    .filter((key) => !NOT_USE_CASES.has(key))
    .flatMap((key) => [...readFileSync(`lib/${key}.ts`, 'utf8').matchAll(USE_CASE)].map(([, name = '']) => ({ key, name })))
}
