import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { authOptions } from '@/lib/auth/auth-options'
import { getSessionOrNull, touchSession } from '@/lib/auth/session-queries'
import type { StaffSession } from '@/lib/auth/staff-session'

/**
 * The sign-in that this request comes with, if it still holds, with the member's role of now. Asked once a request, however often it is called.
 * Whoever has to set up a second factor first has one, too: `currentStaff` is what says who may act.
 */
export const currentSession = cache(async (): Promise<StaffSession | null> => {
  const cookie = await getServerSession(authOptions())
  const now = new Date()
  const session = cookie?.sessionId && cookie.kind !== 'customer' ? await getSessionOrNull(cookie.sessionId, now) : null
  if (session) await touchSession(session, now)
  return session
})
