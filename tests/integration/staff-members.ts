import type { StaffActor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { StaffRole } from '@/lib/db/generated/enums'

/** A member of staff, as they act. */
export async function addMember(name: string, role: StaffRole): Promise<StaffActor> {
  const email = `${name.toLowerCase()}@example.org`
  const { id } = await database().staffUser.create({ data: { email, name, role, passwordHash: '' } })
  return { kind: 'staff', id, email, name, role, source: '192.0.2.1' }
}
