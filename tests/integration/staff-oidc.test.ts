import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authOptions } from '@/lib/auth/auth-options'
import { getSessionOrNull } from '@/lib/auth/session-queries'
import { database } from '@/lib/db/client'
import { type OidcIssuer, startOidcIssuer } from '@/tests/providers/oidc-issuer'

const SECRET = 'a secret for tests'
const SESSION = 'next-auth.session-token'

type Cookies = Record<string, string>

let issuer: OidcIssuer
let memberId: number

beforeAll(async () => {
  issuer = await startOidcIssuer()
  Object.assign(process.env, {
    ...{ PUBLIC_URL: 'http://localhost:3000', NEXTAUTH_URL: 'http://localhost:3000', NEXTAUTH_SECRET: SECRET },
    ...{ OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: 'preavviso', OIDC_CLIENT_SECRET: 'oidc-secret', OIDC_NAME: 'Comune' },
  })
  const data = { email: 'olga@example.org', name: 'Olga', role: 'operator', passwordHash: 'none' } as const
  memberId = (await database().staffUser.create({ data })).id
  await database().staffRules.update({ where: { id: 1 }, data: { requiredFactorRoles: ['operator'] } })
})

afterAll(() => issuer.close())

beforeEach(async () => {
  Object.assign(issuer, { person: { email: 'Olga@Example.org', email_verified: true }, lies: {}, violations: [] })
  await database().staffSession.deleteMany()
})

const HEADERS = new Headers({ 'user-agent': 'Firefox', 'x-forwarded-for': '203.0.113.7' })

interface Asked {
  path: string[]
  method?: 'GET' | 'POST'
  query?: Record<string, string>
  body?: Record<string, string>
}

interface Answer {
  redirect: string
  csrfToken: string
}

/** Asks next-auth with our options, as the route handler does, and keeps the cookies that it sets. */
async function ask({ path, method = 'GET', query = {}, body = {} }: Asked, cookies: Cookies): Promise<Answer> {
  const answer: Answer = { redirect: '', csrfToken: '' }
  const set: string[] = []
  const response = {
    getHeader: () => set,
    setHeader: (name: string, value: string | string[]) => {
      if (name === 'Set-Cookie') set.splice(0, set.length, ...value)
      if (name === 'Location') answer.redirect = String(value)
      return response
    },
    status: () => response,
    end: () => {},
    json: (document: { url?: string }) => Object.assign(answer, { redirect: document.url }),
    send: (document: object) => Object.assign(answer, document),
  }
  const request = { method, query: { nextauth: path, ...query }, body, cookies, headers: Object.fromEntries(HEADERS) }
  await NextAuth(request as never, response as never, authOptions(HEADERS))
  for (const line of set) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    cookies[name] = decodeURIComponent(value)
  }
  return answer
}

/** Leaves for the issuer, and comes back with what it gives. */
async function leave(cookies: Cookies, callbackUrl = 'http://localhost:3000/it/operator'): Promise<URL> {
  const { csrfToken } = await ask({ path: ['csrf'] }, cookies)
  const { redirect } = await ask({ path: ['signin', 'oidc'], method: 'POST', body: { csrfToken, callbackUrl } }, cookies)
  const answer = await fetch(redirect, { redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

async function comeBack(back: URL, cookies: Cookies): Promise<string> {
  const query = Object.fromEntries(back.searchParams)
  const { redirect } = await ask({ path: ['callback', 'oidc'], query }, cookies)
  return redirect
}

async function sessionOf(cookies: Cookies) {
  const token = cookies[SESSION] ? await decode({ token: cookies[SESSION], secret: SECRET }) : null
  return token?.sessionId ? getSessionOrNull(token.sessionId, new Date()) : null
}

describe('signing in by the identity provider', () => {
  it('lets a member in by their verified e-mail, in any letters, without a second factor of ours', async () => {
    const cookies: Cookies = {}
    const back = await leave(cookies)
    expect(`${back.origin}${back.pathname}`).toBe('http://localhost:3000/api/auth/callback/oidc')
    expect(await comeBack(back, cookies)).toBe('http://localhost:3000/it/operator')
    expect(await sessionOf(cookies)).toMatchObject({ member: { id: memberId, role: 'operator' }, method: 'oidc', needsFactor: false })
    expect(await database().staffSession.findMany()).toMatchObject([{ client: '203.0.113.7', agent: 'Firefox' }])
    expect(issuer.violations).toEqual([])
  })

  it.each([
    ['a stranger', { email: 'stranger@example.org', email_verified: true }],
    ['an e-mail that was not verified', { email: 'olga@example.org', email_verified: false }],
    ['an e-mail of which nothing is said', { email: 'olga@example.org' }],
    ['nobody in particular', {}],
  ])('lets %s not in, and makes no member', async (_who, person) => {
    issuer.person = person
    const cookies: Cookies = {}
    expect(await comeBack(await leave(cookies), cookies)).toContain('error=AccessDenied')
    expect(await sessionOf(cookies)).toBeNull()
    expect(await database().staffUser.count()).toBe(1)
    expect(await database().staffSession.count()).toBe(0)
  })

  it('lets nobody in who was deactivated', async () => {
    await database().staffUser.update({ where: { id: memberId }, data: { active: false } })
    const cookies: Cookies = {}
    expect(await comeBack(await leave(cookies), cookies)).toContain('error=AccessDenied')
    await database().staffUser.update({ where: { id: memberId }, data: { active: true } })
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another client', { aud: 'somebody-else' }],
    ['another sign-in (nonce)', { nonce: 'of another sign-in' }],
    ['yesterday', { iat: 1, exp: 2 }],
  ])('takes no token of %s', async (_what, lies) => {
    issuer.lies = lies
    const cookies: Cookies = {}
    expect(await comeBack(await leave(cookies), cookies)).toContain('error=')
    expect(await sessionOf(cookies)).toBeNull()
  })

  it('takes no answer to a sign-in that this browser did not begin', async () => {
    const back = await leave({})
    const cookies: Cookies = {}
    expect(await comeBack(back, cookies)).toContain('error=')
    const forged = await leave(cookies)
    forged.searchParams.set('state', 'x'.repeat(43))
    expect(await comeBack(forged, cookies)).toContain('error=')
    expect(await sessionOf(cookies)).toBeNull()
  })

  it('takes a code once', async () => {
    const cookies: Cookies = {}
    const back = await leave(cookies)
    const before = { ...cookies }
    await comeBack(back, cookies)
    expect(await comeBack(back, before)).toContain('error=')
  })

  it('leads to no other site', async () => {
    const cookies: Cookies = {}
    expect(await comeBack(await leave(cookies, 'https://evil.example/operator'), cookies)).toBe('http://localhost:3000')
  })

  it('is begun by our own pages only (CSRF)', async () => {
    const body = { csrfToken: 'guessed', callbackUrl: '/' }
    const { redirect } = await ask({ path: ['signin', 'oidc'], method: 'POST', body }, {})
    expect(redirect).not.toContain(issuer.url)
  })
})

describe('a sign-in', () => {
  it('ends in the database, too, when one signs out', async () => {
    const cookies: Cookies = {}
    await comeBack(await leave(cookies), cookies)
    const kept = { ...cookies }
    const { csrfToken } = await ask({ path: ['csrf'] }, cookies)
    await ask({ path: ['signout'], method: 'POST', body: { csrfToken } }, cookies)
    expect(await sessionOf(kept)).toBeNull()
  })

  it('gets a new id even where the browser brought one along', async () => {
    const cookies: Cookies = {}
    await comeBack(await leave(cookies), cookies)
    const first = await sessionOf(cookies)
    await comeBack(await leave(cookies), cookies)
    expect((await sessionOf(cookies))?.id).not.toBe(first?.id)
  })
})
