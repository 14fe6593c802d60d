import { headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import type { Actor } from '@/lib/auth/actor'
import { authOptions } from '@/lib/auth/auth-options'
import { getActiveStaffOrNull } from '@/lib/auth/queries'
import { clientAddress } from './client-address'

/**
 * Who asks for this page or action: the member of staff who is signed in and still active, with the role of now; else the public.
 * Asked once a request, however often it is called.
 */
export const currentStaff = cache(async (): Promise<Actor> => {
  const source = clientAddress(await headers())
  const session = await getServerSession(authOptions())
  const member = session && (await getActiveStaffOrNull(session.user.id))
  return member ? { kind: 'staff', ...member, source } : { kind: 'public', source }
})
