import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { findBarriers } from './find-barriers'
import { findResidentPlaces } from './resident-places'
import { collectErrors, signIn } from './staff'

test('an address that does not exist is said to be unknown, and hostile text is only text', async ({ page }) => {
  for (const text of ['Via Che Non Esiste 99999', '<script>alert(1)</script>', "'; DROP TABLE address; --", 'x'.repeat(3_000)]) {
    await page.goto(`/en?q=${encodeURIComponent(text)}`)
    await expect(page.getByText(/We did not find|Which address is yours/)).toBeVisible()
  }
})

/** Shows the page in a scheme and a size, and waits until it is painted so. */
async function showIn(page: Page, colorScheme: 'light' | 'dark', width: number): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 800 })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))))
}

/** Nothing sticks out to the right. */
async function expectNoOverflow(page: Page, address: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(over, `${address} sticks out at ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0)
}

for (const locale of LOCALES) {
  test(`every public page is without barriers in ${locale}: narrow, wide, with large type, light and dark`, async ({ page }) => {
    const errors = collectErrors(page)
    const { running, coming, clear, reference } = await findResidentPlaces()
    const addresses = [running, coming, clear].map((id) => `/addresses/${id}`)
    const texts = ['/help', '/privacy', '/accessibility', '/offline', '/status', '/sign-in', '/message-check', '/widget']
    const paths = ['', '?q=garibaldi', '?q=zzzz+9', ...addresses, '/works', '/works?service=gas', `/works/${reference}`, ...texts]
    for (const address of paths.map((path) => `/${locale}${path}`)) {
      await page.goto(address)
      await showIn(page, 'light', 320)
      expect(await findBarriers(page), `${address}, light, 320 px`).toEqual([])
      await expectNoOverflow(page, address)
      await showIn(page, 'dark', 1280)
      expect(await findBarriers(page), `${address}, dark, 1280 px`).toEqual([])
      await expectNoOverflow(page, address)
      await showIn(page, 'dark', 640)
      await expectNoOverflow(page, `${address} at 200%`)
      await showIn(page, 'dark', 1280)
      await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
      await expectNoOverflow(page, `${address} with letters of twice the size`)
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
