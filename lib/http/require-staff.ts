import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { StaffActor } from '@/lib/auth/actor'
import { currentStaff } from './current-actor'
import { currentSession } from './current-session'

/**
 * Who is signed in. Leads to the sign-in page, and from there to `path` (without its language), when nobody is; to the page that sets
 * up the second factor when that has to come first.
 */
export async function requireStaff(path: string): Promise<StaffActor> {
  const actor = await currentStaff()
  if (actor.kind === 'staff') return actor
  const locale = await getLocale()
  const page = (await currentSession()) ? 'sign-in/second-factor' : 'sign-in/staff'
  redirect(`/${locale}/${page}?${new URLSearchParams({ callbackUrl: `/${locale}${path}` })}`)
}
