import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/auth/actor'
import { currentStaff } from './current-actor'

/** Who is signed in. Leads to the sign-in page, and from there to `path` (without its language), when nobody is. */
export async function requireStaff(path: string): Promise<Extract<Actor, { kind: 'staff' }>> {
  const actor = await currentStaff()
  if (actor.kind === 'staff') return actor
  const locale = await getLocale()
  redirect(`/${locale}/sign-in?${new URLSearchParams({ callbackUrl: `/${locale}${path}` })}`)
}
