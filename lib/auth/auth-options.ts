import type { NextAuthOptions, User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'
import { rateLimit } from '@/lib/http/rate-limit'
import { logger } from '@/lib/logger'
import { endCustomerSessions, insertCustomerSession } from './customer-session-queries'
import { openTicket } from './customer-ticket'
import { oidcProvider, verifiedEmail } from './oidc'
import { LONGEST_PASSWORD } from './password'
import { getActiveStaffOrNull } from './queries'
import { endSessions, insertSession } from './session-queries'
import { SESSION_SECONDS } from './staff-session'
import { type StaffCredentials, verifyStaff } from './verify-staff'

/** One account can be tried from many addresses, and one address can try many accounts: both are limited. */
const ATTEMPTS_BY_ACCOUNT = rateLimit('sign-in-account', 10, 300)
const ATTEMPTS_BY_CLIENT = rateLimit('sign-in-client', 50, 300)

/** Far longer than any code. */
const LONGEST_CODE = 40

const LONGEST_TICKET = 1000

async function authorize(given: StaffCredentials & { code: string }, headers: Headers): Promise<User | null> {
  if (given.password.length > LONGEST_PASSWORD || given.code.length > LONGEST_CODE) return null
  await ATTEMPTS_BY_CLIENT.take(clientAddress(headers))
  await ATTEMPTS_BY_ACCOUNT.take(given.email.trim().toLowerCase())
  const member = await verifyStaff(given, new Date())
  return member && { id: String(member.id) }
}

const staff = Credentials({
  name: 'staff',
  credentials: { email: { type: 'email' }, password: { type: 'password' }, code: { type: 'text' } },
  authorize: async (credentials, request) => {
    try {
      const { email = '', password = '', code = '' } = credentials ?? {}
      return await authorize({ email, password, code }, new Headers(request.headers))
    } catch (error) {
      // next-auth tells the browser the message of whatever is thrown here.
      if (error instanceof AppError) throw new Error(error.code)
      logger.error({ err: error }, 'sign-in failed')
      throw new Error('unavailable')
    }
  },
})

/**
 * How customers sign in, whatever they proved to get their ticket: lib/self-service takes the proofs (an e-mail's link, an SMS' code, what stands
 * on a bill). The ticket is the session's id, and so works once.
 */
const customer = Credentials({
  id: 'customer',
  name: 'customer',
  credentials: { ticket: { type: 'text' } },
  authorize: async (credentials) => {
    const ticket = credentials?.ticket ?? ''
    const opened = ticket.length > LONGEST_TICKET ? null : openTicket(ticket, new Date())
    return opened && { id: ticket }
  },
})

/** Whom the identity provider vouches for, if they are a member here: nobody becomes one by signing in. */
async function memberByClaims(claims: object | undefined) {
  const email = verifiedEmail(claims ?? {})
  return email === null ? null : getActiveStaffOrNull(email)
}

/** Whose session it becomes: the id that `authorize` gave, or the member whom the identity provider named. */
async function startSession(user: User, method: 'password' | 'oidc', claims: object | undefined, headers: Headers) {
  const staffId = method === 'password' ? Number(user.id) : (await memberByClaims(claims))?.id
  if (!staffId) throw new Error('no member of staff')
  const place = { method, client: clientAddress(headers), agent: headers.get('user-agent') ?? '' }
  return { sub: String(staffId), kind: 'staff' as const, sessionId: await insertSession(database(), staffId, place, new Date()) }
}

/** The session that a ticket stands for. Throws where it was used before. */
async function startCustomerSession(ticket: string, headers: Headers) {
  const opened = openTicket(ticket, new Date())
  const place = { client: clientAddress(headers), agent: headers.get('user-agent') ?? '' }
  const sessionId = opened && (await insertCustomerSession(database(), opened, place, new Date()))
  if (!opened || !sessionId) throw new Error('no ticket of ours')
  return { sub: String(opened.personId), kind: 'customer' as const, sessionId }
}

/**
 * How staff and customers sign in. The session is an encrypted cookie with the id of a row, and whose it is; `currentStaff` and `currentCustomer`
 * ask each time whether that still holds, each for its own. `headers` are those of a request that signs in; `seconds` how long its cookie is kept.
 */
export function authOptions(headers: Headers = new Headers(), seconds: number = SESSION_SECONDS): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env().PUBLIC_URL
  const oidc = oidcProvider(env())
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: oidc ? [staff, customer, oidc] : [staff, customer],
    session: { strategy: 'jwt', maxAge: seconds },
    useSecureCookies: env().PUBLIC_URL.startsWith('https:'),
    pages: { signIn: '/sign-in/staff', error: '/sign-in/staff' },
    callbacks: {
      signIn: async ({ account, profile }) => account?.provider !== 'oidc' || (await memberByClaims(profile)) !== null,
      jwt: ({ token, user, account, profile }) => {
        if (!user) return token
        if (account?.provider === 'customer') return startCustomerSession(user.id, headers)
        return startSession(user, account?.provider === 'oidc' ? 'oidc' : 'password', profile, headers)
      },
      session: ({ session, token }) => ({ ...session, sessionId: token.sessionId, kind: token.kind ?? 'staff' }),
    },
    events: {
      signOut: async ({ token }) => {
        if (!token?.sessionId) return
        const end = token.kind === 'customer' ? endCustomerSessions : endSessions
        await end(database(), Number(token.sub), { id: token.sessionId }, new Date())
      },
    },
    logger: { error: (code) => logger.warn({ code }, 'sign-in'), warn: () => {}, debug: () => {} },
  }
}
