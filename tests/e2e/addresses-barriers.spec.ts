import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { findBarriers } from './find-barriers'
import { findResidentPlaces } from './resident-places'
import { collectErrors } from './staff'

// Named so that it comes before those who end the works that run: pages of each kind are wanted.

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
  test(`every public page is without barriers in ${locale}: narrow, wide, with large type${locale === LOCALES[0] ? ', light and dark' : ''}`, async ({
    page,
  }) => {
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
      // Colours and the wide arrangement are the same in all languages.
      if (locale === LOCALES[0]) expect(await findBarriers(page), `${address}, dark, 1280 px`).toEqual([])
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
