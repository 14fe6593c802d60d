import { errors, expect, type Page, test } from '@playwright/test'
import { isKept, publicPages } from './public-pages'
import { collectErrors } from './staff'

/** Kilobytes of script, compressed, beyond what an empty page of the framework loads. */
const BUDGET = 50

/** Where the page was asked to load something from, other than us. */
function collectForeign(page: Page, baseURL: string | undefined): string[] {
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(baseURL ?? '').origin) foreign.push(request.url())
  })
  return foreign
}

/** Waits until nothing more comes. Not for ever: of what a service worker answers while it takes over, the browser does not always say that it ended. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error
  })
}

/** Kilobytes of script that a page needs, until nothing more comes: each file once, also where a frame in it needs the same. */
async function measureScripts(page: Page, path: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const scripts = new Map<string, string>()
  const bytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') scripts.set(requestId, response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = scripts.get(requestId)
    if (url) bytes.set(url, Math.max(bytes.get(url) ?? 0, encodedDataLength))
  })
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  await session.detach()
  return [...bytes.values()].reduce((sum, size) => sum + size, 0) / 1000
}

test('public pages load nothing from anybody else, set no cookie and break no policy, with the map opened', async ({
  page,
  context,
  request,
  baseURL,
}) => {
  const reported = collectErrors(page)
  const foreign = collectForeign(page, baseURL)
  for (const path of await publicPages(request)) {
    await page.goto(path)
    const map = page.getByRole('button', { name: /map/i }).first()
    if (await map.isVisible()) {
      await map.click()
      await expect(page.locator('canvas').first(), path).toBeVisible()
    }
    await settle(page)
    expect(await page.evaluate(() => [document.cookie, localStorage.length]), path).toEqual(['', 0])
  }
  expect(await context.cookies()).toEqual([])
  expect(foreign).toEqual([])
  expect(reported).toEqual([])
})

test('every public page says that it may not be framed, guessed at or overheard, and how long it may be kept', async ({ request }) => {
  for (const path of await publicPages(request)) {
    const headers = (await request.get(path)).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
    })
    const policy = headers['content-security-policy'] ?? ''
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src')) ?? ''
    expect(policy, path).toContain("default-src 'self'")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(scripts, path).toMatch(isKept(path) ? /'sha256-[^']+'/ : /'nonce-[^']+'/)
    expect(scripts, path).not.toMatch(/unsafe|https?:|\*/)
    expect(headers['set-cookie'], path).toBeUndefined()
    if (isKept(path)) expect(headers['cache-control'], path).toBe('public, max-age=0, s-maxage=15, must-revalidate')
    else expect(headers['cache-control'], path).toMatch(/no-store/)
  }
})

test('a kept page comes alive as one that is rendered for its reader: its own scripts run, and no other', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  await page.goto('/en/addresses/1')
  await page.goto('/en/addresses/1')
  await expect
    .poll(() => page.evaluate(() => Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))))
    .toBe(true)
  expect(refused).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.body.append(script)
  })
  expect(await page.evaluate(() => 'wasRun' in window)).toBe(false)
  expect(refused).toHaveLength(1)
})

test(`every public page loads at most ${BUDGET} kB of script beyond an empty one, before a map is asked for`, async ({
  browser,
  request,
  baseURL,
}) => {
  const measure = async (path: string) => {
    const context = await browser.newContext({ baseURL, serviceWorkers: 'block' })
    try {
      return await measureScripts(await context.newPage(), path)
    } finally {
      await context.close()
    }
  }
  const empty = await measure('/empty.html')
  expect(empty).toBeGreaterThan(60)
  const over: Record<string, number> = {}
  for (const path of [...(await publicPages(request)), '/en/widget/frame']) over[path] = Math.round((await measure(path)) - empty)
  process.stdout.write(`script: an empty page ${Math.round(empty)} kB; beyond it ${JSON.stringify(over)}\n`)
  expect(Object.entries(over).filter(([, kilobytes]) => kilobytes > BUDGET)).toEqual([])
})

test('whoever asks far too often is told to wait, in their language, and others are not', async ({ baseURL }) => {
  // The way to the language costs nothing to answer, and counts like any page that is made for its reader.
  const ask = (client: string) =>
    fetch(`${baseURL}/`, {
      redirect: 'manual',
      headers: { 'X-Forwarded-For': client, 'Accept-Language': 'uk', 'Sec-Fetch-Dest': 'document' },
    })
  let refused: Response | undefined
  for (let round = 0; round < 200 && !refused; round++) {
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask('203.0.113.200')))
    refused = answers.find(({ status }) => status === 429)
    expect(answers.every(({ status }) => status === 307 || status === 429)).toBe(true)
  }
  const wait = Number(refused?.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(refused?.headers.get('cache-control')).toBe('no-store')
  const text = await refused?.text()
  expect(text).toContain('<html lang="uk">')
  expect(text).toContain('Зачекайте')
  expect((await ask('203.0.113.201')).status).toBe(307)
})
