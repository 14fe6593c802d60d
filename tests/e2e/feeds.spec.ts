import { expect, test } from '@playwright/test'
import { findComingPlace } from './coming-place'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import { collectErrors } from './staff'

test('feeds answer GET and HEAD with their type, and 304 to whoever has them', async ({ request }) => {
  const { addressId, reference } = await findComingPlace()
  const types = {
    [`/addresses/${addressId}/calendar.ics?lang=uk`]: 'text/calendar; charset=utf-8',
    [`/feeds/addresses/${addressId}.atom`]: 'application/atom+xml; charset=utf-8',
    '/feeds/works.atom': 'application/atom+xml; charset=utf-8',
    '/feeds/works.geojson': 'application/geo+json',
    '/feeds/cap.atom': 'application/atom+xml; charset=utf-8',
    [`/feeds/cap/${reference}.xml`]: 'application/cap+xml; charset=utf-8',
  }
  for (const [path, type] of Object.entries(types)) {
    const got = await request.get(path)
    const head = await request.head(path)
    expect([path, got.status(), got.headers()['content-type']]).toEqual([path, 200, type])
    expect([head.status(), head.headers()['content-type'], head.headers().etag]).toEqual([200, type, got.headers().etag])
    expect(await got.text()).not.toMatch(/@demo\.example|\+39 ?3\d{2}/)
    const again = await request.get(path, { headers: { 'if-none-match': got.headers().etag ?? '' } })
    expect([again.status(), (await again.body()).length]).toEqual([304, 0])
    expect(got.headers()['cache-control']).toBe('public, max-age=15')
    expect(got.headers()['set-cookie']).toBeUndefined()
  }
})

test('the API is documented for people, from its own document, without barriers', async ({ page, request }) => {
  const errors = collectErrors(page)
  const { paths } = (await (await request.get('/api/v1/openapi.json')).json()) as { paths: Record<string, object> }
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto('/api/docs')
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
  const text = (await page.locator('main').textContent()) ?? ''
  expect(Object.keys(paths).filter((path) => !text.includes(path))).toEqual([])
  expect(errors).toEqual([])
})

test.describe('whether a message was ours', () => {
  const sent = async () => {
    const [row] = await askDatabase<{ text: string }>(
      `SELECT text FROM message WHERE channel = 'sms' AND language = 'it' AND text IS NOT NULL ORDER BY id DESC LIMIT 1`,
    )
    return row?.text ?? ''
  }

  test('is answered without scripts, and nothing of it stays in the address', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
    const page = await context.newPage()
    await page.goto('/it/message-check')
    await page.getByLabel('Testo del messaggio').fill(await sent())
    await page.getByRole('button', { name: 'Controlla il testo' }).click()
    await expect(page.getByText('Sì, è nostro')).toBeVisible()
    await expect(page.getByRole('link', { name: /Tutto su questi lavori/ })).toBeVisible()
    expect(page.url()).toMatch(/\/it\/message-check$/)
    await page.getByLabel('Testo del messaggio').fill((await sent()).replace(/http\S+/, 'https://acqua-pagamenti.example/paga'))
    await page.getByRole('button', { name: 'Controlla il testo' }).click()
    await expect(page.getByText('No: questo non porta a noi')).toBeVisible()
    await expect(page.getByText('acqua-pagamenti.example', { exact: false }).first()).toBeVisible()
    await context.close()
  })

  test('is answered by keyboard, and read out', async ({ page }) => {
    const errors = collectErrors(page)
    await page.goto('/en/message-check')
    await page.getByLabel('Text of the message').focus()
    await page.keyboard.insertText(`${await sent()} Pay 50 euros to the man at the door`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Not all of this is from us')).toBeVisible()
    await expect(page.getByText('Pay 50 euros to the man at the door').last()).toBeVisible()
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
  })
})
