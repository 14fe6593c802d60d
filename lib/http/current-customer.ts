import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import type { Actor, CustomerActor } from '@/lib/auth/actor'
import { authOptions } from '@/lib/auth/auth-options'
import type { CustomerSession } from '@/lib/auth/customer-session'
import { getCustomerSessionOrNull, touchCustomerSession } from '@/lib/auth/customer-session-queries'
import { clientAddress } from './client-address'

/** The customer's sign-in that this request comes with, if it still holds. Asked once a request, however often it is called. */
export const currentCustomerSession = cache(async (): Promise<CustomerSession | null> => {
  const cookie = await getServerSession(authOptions())
  const now = new Date()
  const session = cookie?.sessionId && cookie.kind === 'customer' ? await getCustomerSessionOrNull(cookie.sessionId, now) : null
  if (session) await touchCustomerSession(session, now)
  return session
})

/** The customer who is signed in; null for the public, and for staff: theirs is another session. */
export async function currentCustomer(): Promise<CustomerActor | null> {
  const session = await currentCustomerSession()
  if (!session) return null
  return { kind: 'customer', personId: session.personId, source: clientAddress(await headers()), sessionId: session.id }
}

/** The same for use cases, which refuse the public themselves. */
export async function currentCustomerOrPublic(): Promise<Actor> {
  return (await currentCustomer()) ?? { kind: 'public', source: clientAddress(await headers()) }
}

/** Who is signed in, for a page. Leads to the sign-in page, and from there to `path` (without its language), when nobody is. */
export async function requireCustomerPage(path: string): Promise<CustomerActor> {
  const customer = await currentCustomer()
  if (customer) return customer
  const locale = await getLocale()
  redirect(`/${locale}/sign-in?${new URLSearchParams({ callbackUrl: `/${locale}${path}` })}`)
}
