import type { StaffRole } from '@/lib/db/generated/enums'

/** The demo's staff, one for each role; all have the password DEMO_PASSWORD of lib/auth/demo-sign-ins.ts. */
export const DEMO_STAFF: readonly { email: string; name: string; role: StaffRole }[] = [
  { email: 'operator@demo.example', name: 'Marta Oddone', role: 'operator' },
  { email: 'approver@demo.example', name: 'Paolo Guasco', role: 'approver' },
  { email: 'callcentre@demo.example', name: 'Ilaria Benzi', role: 'call_centre' },
  { email: 'admin@demo.example', name: 'Davide Repetto', role: 'admin' },
]
