import { headers } from 'next/headers'
import type { Actor } from '@/lib/auth/actor'
import { clientAddress } from './client-address'
import { currentSession } from './current-session'

/** Who is signed in, even if they may do nothing yet but set up their second factor; else the public. Only for that. */
export async function currentMember(): Promise<Actor> {
  const source = clientAddress(await headers())
  const session = await currentSession()
  return session ? { kind: 'staff', ...session.member, source, sessionId: session.id } : { kind: 'public', source }
}

/**
 * Who asks for this page or action: the member of staff who is signed in and still active, with the role of now; else the public, which
 * is also what somebody is who has to set up a second factor first.
 */
export async function currentStaff(): Promise<Actor> {
  const actor = await currentMember()
  const session = await currentSession()
  return session?.needsFactor ? { kind: 'public', source: actor.source } : actor
}
