import type { StaffRole } from '@/lib/db/generated/enums'

/** Somebody who works for the utility. */
export interface StaffMember {
  id: number
  email: string
  name: string
  role: StaffRole
}
