import { hash } from '@node-rs/argon2'
import { DEMO_PASSWORD } from '@/lib/auth/demo-sign-ins'
import type { Db } from '@/lib/db/client'
import { DEMO_STAFF } from '../demo-staff'

/** Writes the demo's sign-ins. They share one hash, since they share one password that everybody knows. */
export async function insertStaff(db: Db, now: Date): Promise<void> {
  const passwordHash = await hash(DEMO_PASSWORD)
  await db.staffUser.createMany({ data: DEMO_STAFF.map((staff) => ({ ...staff, passwordHash, createdAt: now })) })
}
