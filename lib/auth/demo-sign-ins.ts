import { isDemo } from '@/lib/channels/clock-guard'
import { env } from '@/lib/env'
import { findStaffOfDomain } from './queries'
import type { StaffMember } from './staff-member'

/** Where the demo's staff have their accounts; no mail can ever reach it (RFC 2606). */
export const DEMO_DOMAIN = '@demo.example'

/** Known to everyone: it opens nothing but a demo. */
export const DEMO_PASSWORD = 'preavviso-demo'

/** Who can sign in with the demo's password: nobody where a real channel is configured. */
export async function findDemoSignIns(): Promise<StaffMember[]> {
  return isDemo(env()) ? findStaffOfDomain(DEMO_DOMAIN) : []
}
