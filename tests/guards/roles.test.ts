import { expect, it } from 'vitest'
import { API_SCOPES } from '@/lib/auth/api-key'
import { StaffRole } from '@/lib/db/generated/enums'
import { findUseCases } from '@/tests/roles/find-use-cases'
import { CALLERS, ROLE_TABLE } from '@/tests/roles/role-table'

const useCases = findUseCases()

it('every use case stands in the table of roles, and no other', () => {
  expect(useCases.length).toBeGreaterThan(80)
  expect(useCases.map(({ key }) => key).filter((key) => !Object.hasOwn(ROLE_TABLE, key))).toEqual([])
  expect(Object.keys(ROLE_TABLE).filter((key) => !useCases.some((useCase) => useCase.key === key))).toEqual([])
})

it('every use case has a file of its own, so that the table can name it', () => {
  const keys = useCases.map(({ key }) => key)
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([])
})

it('every role and every scope is one of the callers', () => {
  expect([...CALLERS].sort()).toEqual(
    ['public', 'customer', ...Object.values(StaffRole), 'key', ...API_SCOPES.map((scope) => `key:${scope}`)].sort(),
  )
})
