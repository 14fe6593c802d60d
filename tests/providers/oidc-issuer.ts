import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OidcPerson {
  email?: string
  email_verified?: boolean
}

interface Grant {
  nonce: string
  challenge: string
  redirectUri: string
  person: OidcPerson
}

export interface OidcIssuer {
  url: string
  /** Who is signed in there. */
  person: OidcPerson
  /** Claims that its identity tokens get instead of the right ones. */
  lies: Record<string, unknown>
  /** What a request had wrong; a client that keeps the protocol leaves it empty. */
  violations: string[]
  close: () => Promise<void>
}

const CLIENT = { id: 'preavviso', secret: 'oidc-secret' }
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

async function readForm(incoming: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function isClient(header: string | undefined): boolean {
  return header === `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString('base64')}`
}

/** An OpenID provider on loopback: discovery, authorisation code with PKCE (S256 only), token, keys. Whoever comes is signed in as `person`. */
export async function startOidcIssuer(): Promise<OidcIssuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()

  function identityToken(subject: object): string {
    const signed = `${base64url({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${base64url(subject)}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url')}`
  }

  function authorise(query: URLSearchParams): string {
    const ask = (name: string) => query.get(name) ?? ''
    for (const name of ['state', 'nonce', 'code_challenge']) if (ask(name).length < 20) issuer.violations.push(`${name} is too short`)
    if (ask('code_challenge_method') !== 'S256') issuer.violations.push('PKCE is not S256')
    if (ask('response_type') !== 'code' || ask('client_id') !== CLIENT.id) issuer.violations.push('not our client')
    if (!ask('scope').split(' ').includes('openid')) issuer.violations.push('scope lacks openid')
    const code = randomBytes(16).toString('hex')
    const redirectUri = ask('redirect_uri')
    grants.set(code, { nonce: ask('nonce'), challenge: ask('code_challenge'), redirectUri, person: issuer.person })
    return `${redirectUri}?${new URLSearchParams({ code, state: ask('state') })}`
  }

  function exchange(form: URLSearchParams, authorization: string | undefined): object | null {
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isProven = isClient(authorization) && grant?.challenge === challenge && grant.redirectUri === form.get('redirect_uri')
    if (!grant || !isProven) return null
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: issuer.url, aud: CLIENT.id, sub: 'person-1', iat: now, exp: now + 300, nonce: grant.nonce, ...grant.person }
    return { access_token: randomBytes(8).toString('hex'), token_type: 'Bearer', id_token: identityToken({ ...claims, ...issuer.lies }) }
  }

  const server = http.createServer(async (incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? '/', issuer.url)
    const json = (body: object, status = 200) =>
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (pathname === '/.well-known/openid-configuration') {
      const at = (path: string) => `${issuer.url}/${path}`
      return json({ issuer: issuer.url, authorization_endpoint: at('authorize'), token_endpoint: at('token'), jwks_uri: at('jwks') })
    }
    if (pathname === '/authorize') return outgoing.writeHead(302, { location: authorise(searchParams) }).end()
    if (pathname === '/jwks') return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] })
    if (pathname !== '/token') return json({ error: 'not_found' }, 404)
    const tokens = exchange(await readForm(incoming), incoming.headers.authorization)
    return tokens ? json(tokens) : json({ error: 'invalid_grant' }, 400)
  })
  const issuer: OidcIssuer = {
    ...{ url: '', person: {}, lies: {}, violations: [] },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return issuer
}
