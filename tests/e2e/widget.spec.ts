import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { findComingPlace } from './coming-place'
import { findBarriers } from './find-barriers'

/** A page of a municipality, at another origin, that allows nothing but the search. */
async function openTownHall(origin: string, body: string): Promise<{ url: string; server: Server }> {
  const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; base-uri 'none'`
  const html = `<!doctype html><html lang="en"><head><title>Town hall</title></head><body><h1>Town hall</h1>${body}</body></html>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server }
}

/** What the page and its frames complain of: a policy that is broken, a script that fails. */
function collectComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  return complaints
}

test('somebody finds their address by keyboard alone, on the page of a municipality with a strict policy', async ({ page, baseURL }) => {
  const origin = String(baseURL)
  const { label } = await findComingPlace()
  const complaints = collectComplaints(page)
  const { url, server } = await openTownHall(
    origin,
    `<script src="${origin}/widget.js" data-language="en" data-colour="blue" async></script>`,
  )
  await page.goto(url)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Planned interruptions')
  await expect(page.locator('iframe')).toHaveAttribute('title', 'Planned interruptions')
  await page.keyboard.press('Tab')
  await expect(frame.getByRole('combobox', { name: 'Your address' })).toBeFocused()
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
  await expect(frame.getByRole('heading', { level: 2 })).toHaveText(/interruption|Supply is interrupted/)
  await expect(frame.getByText('A service of')).toBeVisible()
  await expect.poll(() => page.locator('iframe').evaluate((element: HTMLElement) => element.offsetHeight)).toBeGreaterThan(560)
  const further = frame.getByRole('link', { name: 'All about this address (new window)' })
  const [opened] = await Promise.all([page.waitForEvent('popup'), further.press('Enter')])
  await expect(opened).toHaveURL(/\/en\/addresses\/\d+$/)
  expect(await page.context().cookies()).toEqual([])
  expect(complaints).toEqual([])
  server.close()
})

test('attributes that make no sense do no harm', async ({ page, baseURL }) => {
  const origin = String(baseURL)
  const hostile = `data-language='"><img src=x onerror=alert(1)>' data-colour="red;background:url(//evil.example)" data-town="${'x'.repeat(300)}"`
  const { url, server } = await openTownHall(origin, `<script src="${origin}/widget.js" ${hostile}></script>`)
  await page.goto(url)
  await expect(page.locator('iframe')).toHaveAttribute('src', `${origin}/widget/frame`)
  await expect(page.frameLocator('iframe').getByRole('combobox')).toBeVisible()
  expect(await page.locator('img').count()).toBe(0)
  await page.evaluate(() => postMessage({ type: 'preavviso:height', height: 3999 }, '*'))
  expect(await page.locator('iframe').evaluate((element: HTMLElement) => element.offsetHeight)).toBeLessThan(3000)
  server.close()
})

test('only the page that is made for it may stand in a frame', async ({ request }) => {
  for (const path of ['/en', '/en/widget', '/en/works', '/en/message-check', '/en/sign-in', '/api/docs', '/en/widget/framed']) {
    const headers = (await request.get(path)).headers()
    expect([path, headers['x-frame-options']]).toEqual([path, 'DENY'])
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  }
  const frame = await request.get('/en/widget/frame?colour=blue')
  expect(frame.headers()['x-frame-options']).toBeUndefined()
  expect(frame.headers()['content-security-policy']).toContain('frame-ancestors *')
  expect(frame.headers()['set-cookie']).toBeUndefined()
})

test('the search in the frame works without scripts, in each colour and without barriers', async ({ browser, page, baseURL }) => {
  const origin = String(baseURL)
  const { label } = await findComingPlace()
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: origin })
  const plain = await context.newPage()
  await plain.goto('/it/widget/frame?colour=green')
  await plain.getByLabel('Il suo indirizzo').fill(label)
  await plain.getByRole('button', { name: 'Cerca' }).click()
  await expect(plain).toHaveURL(/\/it\/widget\/frame\?colour=green&q=/)
  await expect(plain.getByRole('heading', { level: 2 })).toBeVisible()
  await context.close()
  for (const colour of ['petrol', 'blue', 'green', 'red', 'grey']) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width: 320, height: 700 })
      await page.goto(`/uk/widget/frame?colour=${colour}&q=${encodeURIComponent(label)}`)
      expect(await findBarriers(page), `${colour}, ${colorScheme}`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    }
  }
})

test('the page that hands the search out writes what was chosen, and shows it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/en/widget')
  await page.getByLabel('Language').last().selectOption('lt')
  await page.getByLabel('Colour').selectOption('red')
  await page.getByRole('button', { name: 'Show preview' }).click()
  await expect(page.getByText('data-language="lt" data-colour="red"')).toBeVisible()
  await expect(page.frameLocator('iframe').getByLabel('Jūsų adresas')).toBeVisible()
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await expect(page.getByText('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '/widget.js" data-language="lt" data-colour="red" async></script>',
  )
})
