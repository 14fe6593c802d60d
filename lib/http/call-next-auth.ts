import type { NextApiRequest, NextApiResponse } from 'next'
import { cookies, headers } from 'next/headers'
import { NextResponse } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/auth/auth-options'
import { LONGEST_CUSTOMER_SESSION } from '@/lib/auth/customer-session'

interface Answer {
  /** As next-auth answers it: the address to go to, or the token. */
  body: { url?: string; csrfToken?: string }
  cookies: string[]
}

/** Asks next-auth as its route does, from within a server action: what it answers is there when it is done. */
async function ask(path: string[], fields: Record<string, string> | null): Promise<Answer> {
  const own = await headers()
  const given = (await cookies()).getAll().map(({ name, value }) => [name, value])
  const answer: Answer = { body: {}, cookies: [] }
  const request = {
    method: fields ? 'POST' : 'GET',
    query: { nextauth: path },
    headers: Object.fromEntries(own),
    cookies: Object.fromEntries(given),
    body: fields ? { ...fields, json: 'true' } : {},
  }
  const response = {
    status: () => response,
    getHeader: () => answer.cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') answer.cookies = [value].flat()
      return response
    },
    json: (body: Answer['body']) => {
      answer.body = body
    },
    send: (body: Answer['body'] | string) => {
      if (typeof body === 'object') answer.body = body
    },
    end: () => {},
  }
  const options = authOptions(own, LONGEST_CUSTOMER_SESSION)
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options)
  await keep(answer.cookies)
  return answer
}

/** Passes next-auth's cookies on to the browser. */
async function keep(lines: string[]): Promise<void> {
  const parsed = new NextResponse(null, { headers: lines.map((line) => ['Set-Cookie', line] as [string, string]) })
  const jar = await cookies()
  for (const cookie of parsed.cookies.getAll()) jar.set(cookie)
}

/** Posts to next-auth with its token against forged posts; the action itself was checked for that by its Origin. Returns where it leads. */
async function post(path: string[], fields: Record<string, string>): Promise<string> {
  const { body } = await ask(['csrf'], null)
  const answer = await ask(path, { ...fields, csrfToken: body.csrfToken ?? '' })
  return answer.body.url ?? ''
}

/**
 * Signs a customer in by their ticket, in a server action: the form then works without scripts, too. False where the ticket was used before or
 * is too old.
 */
export async function signInByTicket(ticket: string): Promise<boolean> {
  const next = await post(['callback', 'customer'], { ticket })
  return next !== '' && !new URL(next, 'http://preavviso.invalid').searchParams.has('error')
}

/** Signs whoever it is out: their session ends, and its cookie with it. */
export async function signOut(): Promise<void> {
  await post(['signout'], {})
}
