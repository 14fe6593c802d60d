'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { runAction } from '@/lib/http/action'
import { resetPassword } from '@/lib/staff/reset-password'

export async function resetPasswordAction(token: string, password: string) {
  const result = await runAction(({ source }) => resetPassword(token, { password }, source, new Date()))
  return result.ok ? redirect(`/${await getLocale()}/sign-in/staff?password=set`) : result
}
