import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { StaffRole } from '@/lib/db/generated/enums'
import { AppError } from '@/lib/errors'
import { findUseCases } from '@/tests/roles/find-use-cases'
import { CALLERS, type Caller, ROLE_TABLE } from '@/tests/roles/role-table'
import { createUtility } from './factories'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const source = '203.0.113.7'

/** Nothing of it exists: whoever is let in fails at something else, or finds nothing. */
const NONSENSE = ['nonsense', NOW, NOW, NOW]

const actors = new Map<Caller, Actor>([['public', { kind: 'public', source }]])

beforeAll(async () => {
  await createUtility()
  for (const role of Object.values(StaffRole)) {
    const email = `${role}@example.org`
    const { id } = await database().staffUser.create({ data: { email, name: role, role, passwordHash: 'none' }, select: { id: true } })
    actors.set(role, { kind: 'staff', id, email, name: role, role, source })
  }
  const person = await database().person.create({ data: {}, select: { id: true } })
  actors.set('customer', { kind: 'customer', personId: person.id, source })
  for (const caller of CALLERS) {
    if (!caller.startsWith('key')) continue
    actors.set(caller, { kind: 'api_key', id: 1, name: caller, scopes: caller === 'key' ? [] : [caller.slice('key:'.length)], source })
  }
})

type Answer = 'unauthenticated' | 'forbidden' | 'let in'

/** Calls a use case, and begins to read what it streams. */
async function call(key: string, name: string, caller: Caller, given: readonly unknown[]): Promise<Answer> {
  const module = await import(/* @vite-ignore */ path.resolve('lib', `${key}.ts`))
  try {
    const result = await module[name](actors.get(caller), ...given)
    if (result && Symbol.asyncIterator in Object(result)) await result[Symbol.asyncIterator]().next()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'forbidden' || error.code === 'unauthenticated')) return error.code
  }
  return 'let in'
}

describe.each(findUseCases())('$key', ({ key, name }) => {
  const row = ROLE_TABLE[key] ?? []
  const { may, with: given = NONSENSE } = 'may' in row ? row : { may: row }

  it('refuses exactly whom the table does not name', async () => {
    const answers = new Map<Caller, Answer>()
    for (const caller of CALLERS) answers.set(caller, await call(key, name, caller, given))
    const refusal = (caller: Caller): Answer => (caller === 'public' ? 'unauthenticated' : 'forbidden')
    const expected = CALLERS.map((caller) => [caller, may.includes(caller) ? 'let in' : refusal(caller)])
    expect([...answers]).toEqual(expected)
  })
})
