import { expect, type Page, test } from '@playwright/test'
import { findTrialPlace } from './demo-database'
import { findResidentPlaces } from './resident-places'

// Named so that it comes before those who end the works that run.

/** Whether what has the focus shows it. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const active = document.activeElement
    if (!active || active === document.body) return true
    const { outlineStyle, outlineWidth } = getComputedStyle(active)
    const { width, height } = active.getBoundingClientRect()
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0
  })
}

/** Presses Tab until the focus is on something with this name. Fails where the focus is not seen on the way, or never gets there. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  for (let press = 0; press < most; press++) {
    await page.keyboard.press('Tab')
    expect(await focusIsSeen(page), 'the focus is seen').toBe(true)
    const words = await page.evaluate(() => {
      const active = document.activeElement as HTMLElement | null
      return (
        active?.getAttribute('aria-label') ??
        (active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : active?.textContent) ??
        ''
      )
    })
    if (name.test(words)) return
  }
  throw new Error(`Tab never comes to ${name}.`)
}

test('the whole way by keys alone: from the search to the address, its works, the list and back', async ({ page }) => {
  const { running } = await findResidentPlaces()
  await page.goto('/en')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, /Your address/)
  const { inside } = await findTrialPlace()
  await page.keyboard.type(inside)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/addresses\/\d+$/)

  await page.goto(`/en/addresses/${running}`)
  await expect(page.getByRole('heading', { name: 'Supply is interrupted now' })).toBeVisible()
  await expect(page.getByRole('timer')).toContainText(/Expected back in \d+/)
  expect(await page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /maplibre|mapbox/.test(name)))).toBe(false)
  await tabTo(page, /Show the map/)
  await page.goto(`/en/addresses/${running}`)
  await tabTo(page, /All about these works/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/works\/W-/)
  await expect(page.getByText('Notice of a planned interruption')).toBeVisible()
  await tabTo(page, /^Planned works$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/works$/)
  await expect(page.getByRole('heading', { level: 2, name: /works planned/ })).toBeVisible()
})

test('the whole way without JavaScript', async ({ browser, baseURL }) => {
  const { inside } = await findTrialPlace()
  const { running } = await findResidentPlaces()
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'it-IT', baseURL })
  const page = await context.newPage()
  await page.goto('/')
  await expect(page).toHaveURL(/\/it$/)
  await page.locator('input[name=q]').fill(inside.replace(/\d+$/, '9876'))
  await page.getByRole('button', { name: 'Cerca' }).click()
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(inside.replace(/ \d+$/, '')) })
    .first()
    .click()
  await expect(page).toHaveURL(/\/it\/addresses\/\d+/)

  await page.goto(`/it/addresses/${running}`)
  await expect(page.getByRole('timer')).toContainText(/Ritorno previsto tra \d+/)
  await expect(page.getByRole('button', { name: 'Mostra la mappa' })).toBeHidden()
  await page
    .getByRole('link', { name: /Tutto su questi lavori/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/it\/works\/W-/)
  await page.getByRole('navigation', { name: 'Navigazione principale' }).getByRole('link', { name: 'Lavori programmati' }).click()
  await page.getByLabel('Servizio').selectOption('power')
  await page.getByRole('button', { name: 'Mostra' }).click()
  await expect(page).toHaveURL(/\/it\/works\?.*service=power/)
  await expect(page.getByRole('region', { name: /lavor/ }).getByRole('listitem')).toContainText('Elettricità')
  await page.getByText('Lingua: Italiano').click()
  await page.getByRole('link', { name: 'Українська' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'uk')
  await context.close()
})

test('the time left goes on by itself, and stands still for those who asked for less motion', async ({ page }) => {
  const { running } = await findResidentPlaces()
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion })
    await page.clock.install()
    await page.goto(`/en/addresses/${running}`)
    const timer = page.getByRole('timer').first()
    const before = await timer.textContent()
    const goOn = () => page.clock.runFor(5 * 60_000)
    if (reducedMotion === 'reduce') {
      await goOn()
      await expect(timer).toHaveText(before ?? '')
      continue
    }
    // The page may not have come alive yet when the first minutes pass.
    await expect(async () => {
      await goOn()
      expect(await timer.textContent()).not.toBe(before)
    }).toPass()
  }
})

test('a page that was kept on the device is read without a connection, says its age, and never passes for a new one', async ({
  browser,
  baseURL,
}) => {
  const { coming, clear } = await findResidentPlaces()
  const context = await browser.newContext({ baseURL, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`/en/addresses/${coming}`)
  const status = page.getByRole('heading', { name: /planned here/ })
  await expect(status).toBeVisible()
  const keptPaths = () =>
    page.evaluate(async () => {
      const names = await caches.keys()
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
      return requests.flat().map(({ url }) => new URL(url).pathname)
    })
  await expect.poll(keptPaths).toContain(`/en/addresses/${coming}`)
  await expect.poll(keptPaths).toContain('/en/offline')

  await context.setOffline(true)
  await page.goto(`/en/addresses/${coming}`)
  await expect(page.getByRole('heading', { name: 'No connection: we cannot say what is true now' })).toBeVisible()
  await expect(page.getByText('At that time the interruptions below were announced.')).toBeVisible()
  await expect(page.getByText(/Your device kept what we knew on .* this minute|ago/)).toBeVisible()
  await expect(status).toBeHidden()
  expect(await page.locator('script').count()).toBe(0)
  await page.goto(`/en/addresses/${clear}`)
  await expect(page.getByRole('heading', { name: 'There is no connection' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)

  await context.setOffline(false)
  await page.goto(`/en/addresses/${coming}`)
  await expect(status).toBeVisible()
  await expect(page.getByRole('heading', { name: /No connection/ })).toBeHidden()
  await context.close()
})

test('printed, an address and a notice are black on white, with the link as text and nothing to press', async ({ page }) => {
  const { running, reference } = await findResidentPlaces()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  for (const path of [`/en/addresses/${running}`, `/en/works/${reference}`]) {
    await page.goto(path)
    await expect(page.getByText(new RegExp(`http.*${path}$`))).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('button')).toHaveCount(0)
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)')
  }
})

test('the look-up can be installed, in the reader’s language', async ({ page, request }) => {
  await page.goto('/lt')
  const href = await page.locator('link[rel=manifest]').getAttribute('href')
  const manifest = await (await request.get(href ?? '')).json()
  expect(manifest).toMatchObject({ lang: 'lt', start_url: '/lt', display: 'minimal-ui' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect([src, icon.status(), icon.headers()['content-type']]).toEqual([src, 200, type])
  }
})
