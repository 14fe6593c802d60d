import { hash } from '@node-rs/argon2'
import { beforeAll, describe, expect, it } from 'vitest'
import { getActiveStaffOrNull } from '@/lib/auth/queries'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'

describe('signing in', () => {
  let id: number

  beforeAll(async () => {
    const passwordHash = await hash('correct horse')
    const member = await database().staffUser.create({ data: { email: 'olga@example.org', name: 'Olga', role: 'operator', passwordHash } })
    id = member.id
  })

  it('knows a member of staff by e-mail and password, and never gives the hash out', async () => {
    expect(await verifyStaff(' Olga@Example.org ', 'correct horse')).toEqual({
      id,
      email: 'olga@example.org',
      name: 'Olga',
      role: 'operator',
    })
  })

  it.each([
    ['olga@example.org', 'wrong'],
    ['olga@example.org', ''],
    ['nobody@example.org', 'correct horse'],
    ['', ''],
  ])('refuses %s with %s', async (email, password) => {
    expect(await verifyStaff(email, password)).toBeNull()
  })

  it('ends at once for somebody who no longer works here', async () => {
    await database().staffUser.update({ where: { id }, data: { active: false } })
    expect(await verifyStaff('olga@example.org', 'correct horse')).toBeNull()
    expect(await getActiveStaffOrNull(id)).toBeNull()
  })
})
