import { expect, test } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { findTrialPlace } from './demo-database'
import { findBarriers } from './find-barriers'
import { collectErrors, signIn } from './staff'

test('the look-up works without JavaScript', async ({ browser, baseURL }) => {
  const place = await findTrialPlace()
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT', baseURL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL(/\/it$/)
  await page.locator('input[name=q]').fill(place.inside)
  await page.locator('form button[type=submit]').first().click()
  await expect(page).toHaveURL(/\/it\/addresses\/\d+/)
  await context.close()
})

test('an address that does not exist is said to be unknown, and hostile text is only text', async ({ page }) => {
  for (const text of ['Via Che Non Esiste 99999', '<script>alert(1)</script>', "'; DROP TABLE address; --", 'x'.repeat(3_000)]) {
    await page.goto(`/en?q=${encodeURIComponent(text)}`)
    await expect(page.getByText(/We did not find|Which address is yours/)).toBeVisible()
  }
})

for (const locale of LOCALES) {
  test(`every public page is without barriers in ${locale}, on a phone and on a desk`, async ({ page, request }) => {
    const errors = collectErrors(page)
    const works = (await (await request.get('/api/v1/works')).json()) as { works: Array<{ reference: string }> }
    const pages = [
      `/${locale}`,
      `/${locale}?q=garibaldi`,
      `/${locale}/addresses/1`,
      `/${locale}/works/${works.works[0]?.reference}`,
      `/${locale}/sign-in`,
      `/${locale}/status`,
    ]
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const address of pages) {
        await page.goto(address)
        expect(await findBarriers(page), `${address} at ${width} px`).toEqual([])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
          `${address} at ${width} px`,
        ).toBeLessThanOrEqual(0)
      }
    }
    expect(errors).toEqual([])
  })
}

test('staff pages are without barriers, and closed to everyone else', async ({ page }) => {
  await page.goto('/en/operator')
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, 'operator@demo.example')
  const works = ['W-2026-0001', 'W-2026-0005', 'W-2026-0007'].map((reference) => `/en/operator/works/${reference}`)
  for (const address of ['/en/operator', '/en/operator/works/new', ...works, `${works[0]}/evidence`, '/en/outbox']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findBarriers(page), address).toEqual([])
  }
  await page.goto('/en/operator/settings/notice-plan')
  await expect(page.getByText('Only an administrator may change the notice plan.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
})

test('no cookie is set before anyone signs in', async ({ page, context }) => {
  await page.goto('/en')
  await page.goto('/en/addresses/1')
  expect(await context.cookies()).toEqual([])
})
