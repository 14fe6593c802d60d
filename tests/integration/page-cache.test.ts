import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { isInnerRequest } from '@/lib/http/page-cache/inner-request'
import { type Handler, openPageFront } from '@/lib/http/page-cache/page-front'
import { updateTellingRules } from '@/lib/utility/update-telling-rules'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-02T09:00', end: '2026-12-02T12:30' }
const RULES = { quietFrom: '21:00', quietTo: '08:00', patronDay: null, transliterateSms: false }
const SCRIPT = 'say("Šilumos")'

/** Stands where Next stands: counts what it is asked to render, and says how long it may be kept. */
const rendered = new Map<string, number>()
let life = '240'
let heldBack: { path: string; until: Promise<void> } | null = null
const seen: IncomingMessage[] = []

async function application(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? ''
  const count = (rendered.get(path) ?? 0) + 1
  rendered.set(path, count)
  seen.push(request)
  if (heldBack?.path === path) await heldBack.until
  if (path.includes('404')) {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' }).end('<p>Not here</p>')
    return
  }
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-cache, no-store',
    'X-Content-Type-Options': 'nosniff',
    'Set-Cookie': 'never=seen',
    Vary: 'rsc',
  })
  response.end(`<head><meta name="page-life" content="${life}"/></head><p>${path} ${count}</p><script>${SCRIPT}</script>`)
}

function serve(answer: Handler): Promise<Server> {
  const serving = createServer((request, response) => void answer(request, response))
  return new Promise((resolve) => serving.listen(0, '127.0.0.1', () => resolve(serving)))
}

const portOf = (serving: Server) => (serving.address() as AddressInfo).port

let inside: Server
let server: Server
let url: string
let hit: number
let missed: number
let reference: string

beforeAll(async () => {
  await createUtility()
  hit = (await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' }))
    .addressId
  missed = (await addHousehold({ x: 20, y: 20, street: 'Via Po', number: 2, channel: 'sms', value: '+393330000002', language: 'it' }))
    .addressId
  const part = { area: square(0, 0, 3), windows: [WINDOW] }
  reference = (await createWorks(ADMIN, { service: 'water', title: 'Works', parts: [part] }, NOW)).reference
  inside = await serve(application)
  server = await serve(openPageFront(application, portOf(inside)))
  url = `http://127.0.0.1:${portOf(server)}`
})

afterAll(() => {
  server.close()
  inside.close()
  inside.closeAllConnections()
})

beforeEach(() => {
  life = '240'
  heldBack = null
  seen.length = 0
})

const ask = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers })
const textOf = async (path: string) => (await ask(path)).text()

/** A look at the database is taken for now for a quarter of a second: nobody reads anything older. */
const nextLook = () => new Promise((resolve) => setTimeout(resolve, 300))

describe('a public page', () => {
  it('is rendered once for a crowd, and then answered from memory', async () => {
    const path = `/it/addresses/${hit}`
    const crowd = await Promise.all(Array.from({ length: 50 }, () => textOf(path)))
    expect(new Set(crowd).size).toBe(1)
    await nextLook()
    expect(await textOf(path)).toBe(crowd[0])
    expect(rendered.get(path)).toBe(1)
  })

  it('is asked for as nobody in particular: without cookies, in the name of the site', async () => {
    await ask('/it/help', { cookie: 'session=1', 'x-forwarded-host': 'evil.example', 'accept-language': 'uk' })
    const [inner] = seen
    expect(inner?.headers).toMatchObject({ host: 'localhost:3000', 'x-forwarded-host': 'localhost:3000' })
    expect(inner?.headers.cookie ?? inner?.headers['accept-language']).toBeUndefined()
    expect(isInnerRequest(new Headers({ 'x-preavviso-inner': String(inner?.headers['x-preavviso-inner']) }))).toBe(true)
    expect(isInnerRequest(new Headers({ 'x-preavviso-inner': 'guessed' }))).toBe(false)
  })

  it('names its own scripts in a policy without a nonce, sets no cookie, and keeps the headers of the application', async () => {
    const { headers } = await ask('/it/help')
    const hash = createHash('sha256').update(SCRIPT).digest('base64')
    expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=15, must-revalidate')
    expect(headers.get('vary')).toBe('rsc, accept-encoding')
  })

  it('is not sent again to whoever has it, and has no body for HEAD', async () => {
    const etag = (await ask('/it/help')).headers.get('etag') ?? ''
    const again = await ask('/it/help', { 'if-none-match': etag })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await ask('/it/help', { 'if-none-match': '"other"' })).status).toBe(200)
    const head = await fetch(`${url}/it/help`, { method: 'HEAD' })
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag])
  })

  it('is the same compressed and plain', async () => {
    const [plain, compressed] = [
      await ask('/it/help', { 'accept-encoding': 'identity' }),
      await ask('/it/help', { 'accept-encoding': 'gzip' }),
    ]
    expect([plain.headers.get('content-encoding'), compressed.headers.get('content-encoding')]).toEqual([null, 'gzip'])
    expect(await plain.text()).toBe(await compressed.text())
    expect((await ask('/it/help', { 'accept-encoding': 'gzip;q=0, br' })).headers.get('content-encoding')).toBeNull()
  })

  it('that does not say how long it holds is never kept', async () => {
    life = 'not'
    const [first, second] = [await ask('/it/privacy'), await ask('/it/privacy')]
    expect([first.headers.get('cache-control'), first.headers.get('etag')]).toEqual(['no-store', null])
    expect(await first.text()).not.toBe(await second.text())
  })

  it('lives as long as it says, and no longer', async () => {
    life = '1'
    const first = await textOf('/it/accessibility')
    expect(await textOf('/it/accessibility')).toBe(first)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
    expect(await textOf('/it/accessibility')).not.toBe(first)
  })

  it('that is not there is not kept, and says so', async () => {
    const missing = await ask('/it/works/404')
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  it('with a query, and every other page, is left to the application', async () => {
    for (const path of ['/it?q=roma', '/it/sign-in', '/it/operator']) {
      expect((await ask(path, { 'x-preavviso-inner': 'guessed' })).headers.get('set-cookie')).toBe('never=seen')
      expect(seen.at(-1)?.headers['x-preavviso-inner']).toBeUndefined()
    }
  })
})

describe('a kept page', () => {
  const keepAll = async () => {
    const paths = [`/it/addresses/${hit}`, `/uk/addresses/${hit}`, `/it/addresses/${missed}`, '/it', '/it/works']
    for (const path of paths) await ask(path)
    return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await textOf(path)])))
  }
  const changedSince = async (before: Record<string, string>) => {
    await nextLook()
    const changed: string[] = []
    for (const [path, text] of Object.entries(before)) if ((await textOf(path)) !== text) changed.push(path)
    return changed.sort()
  }

  it('holds while staff work on what the public does not read', async () => {
    const before = await keepAll()
    const part = { area: square(0, 0, 3), windows: [WINDOW] }
    await createWorks(ADMIN, { service: 'water', title: 'Draft', parts: [part] }, NOW)
    expect(await changedSince(before)).toEqual([])
  })

  it('is rendered anew after a publication that touches its address, in every language, with the lists; other addresses stay', async () => {
    const before = await keepAll()
    await publishWorks(ADMIN, { reference }, NOW)
    expect(await changedSince(before)).toEqual(['/it', `/it/addresses/${hit}`, '/it/works', `/uk/addresses/${hit}`].sort())
  })

  it('is rendered anew when works are cancelled', async () => {
    const before = await keepAll()
    await cancelWorks(ADMIN, { reference, reason: 'Pump broken' }, NOW)
    expect(await changedSince(before)).toContain(`/it/addresses/${hit}`)
  })

  it('is rendered anew, whatever it is, when settings change or the clock of the demo is moved', async () => {
    const settings = await keepAll()
    await updateTellingRules(ADMIN, RULES, NOW)
    expect(await changedSince(settings)).toHaveLength(5)
    const clock = await keepAll()
    await database().installationClock.upsert({ where: { id: 1 }, create: { id: 1, offsetMs: 60_000n }, update: { offsetMs: 60_000n } })
    expect(await changedSince(clock)).toHaveLength(5)
  })

  it('is none that was being rendered when something changed', async () => {
    const path = `/lt/addresses/${hit}`
    let release = () => {}
    const until = new Promise<void>((resolve) => {
      release = resolve
    })
    heldBack = { path, until }
    const before = ask(path)
    await expect.poll(() => rendered.get(path)).toBe(1)
    await updateTellingRules(ADMIN, RULES, NOW)
    await nextLook()
    const after = ask(path)
    await expect.poll(() => rendered.get(path)).toBe(2)
    release()
    const [old, fresh] = [await (await before).text(), await (await after).text()]
    expect([old.includes('1</p>'), fresh.includes('2</p>')]).toEqual([true, true])
    expect(await textOf(path)).not.toBe(old)
  })
})
