import type { NextAuthOptions, User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { clientAddress } from '@/lib/http/client-address'
import { rateLimit } from '@/lib/http/rate-limit'
import { logger } from '@/lib/logger'
import { verifyStaff } from './verify-staff'

/** One account can be tried from many addresses, and one address can try many accounts: both are limited. */
const ATTEMPTS_BY_ACCOUNT = rateLimit('sign-in-account', 10, 300)
const ATTEMPTS_BY_CLIENT = rateLimit('sign-in-client', 50, 300)

/** A working day. */
const SESSION_SECONDS = 12 * 60 * 60

/** argon2 takes time in proportion to what it is given. */
const MAX_PASSWORD = 200

async function authorize(email: string, password: string, headers: Headers): Promise<User | null> {
  if (password.length > MAX_PASSWORD) return null
  await ATTEMPTS_BY_CLIENT.take(clientAddress(headers))
  await ATTEMPTS_BY_ACCOUNT.take(email.trim().toLowerCase())
  const member = await verifyStaff(email, password)
  return member && { id: String(member.id), role: member.role }
}

const staff = Credentials({
  name: 'staff',
  credentials: { email: { type: 'email' }, password: { type: 'password' } },
  authorize: async (credentials, request) => {
    try {
      return await authorize(credentials?.email ?? '', credentials?.password ?? '', new Headers(request.headers))
    } catch (error) {
      // next-auth tells the browser the message of whatever is thrown here.
      if (error instanceof AppError) throw new Error(error.code)
      logger.error({ err: error }, 'sign-in failed')
      throw new Error('unavailable')
    }
  },
})

/** How staff sign in. The session is a signed cookie with an id and a role; `currentStaff` asks each time whether it still holds. */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL ??= env().PUBLIC_URL
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [staff],
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: env().PUBLIC_URL.startsWith('https:'),
    pages: { signIn: '/sign-in', error: '/sign-in' },
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, role: user.role } : token),
      session: ({ session, token }) => ({ ...session, user: { id: Number(token.sub), role: token.role } }),
    },
    logger: { error: (code) => logger.warn({ code }, 'sign-in'), warn: () => {}, debug: () => {} },
  }
}
