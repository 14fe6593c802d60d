'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { runAction } from '@/lib/http/action'
import { acceptInvitation } from '@/lib/staff/accept-invitation'

export async function acceptInvitationAction(token: string, password: string) {
  const result = await runAction(({ source }) => acceptInvitation(token, { password }, source, new Date()))
  return result.ok ? redirect(`/${await getLocale()}/sign-in/staff?password=set`) : result
}
