import { expect, type Page, test } from '@playwright/test'
import { findBarriers } from './find-barriers'
import { collectErrors, signIn } from './staff'

/** Opens what the call centre reads of the works that run now. */
async function openRunningWorks(page: Page): Promise<void> {
  await page.goto('/en/operator?state=running')
  const reference = await page
    .getByRole('table')
    .getByText(/^W-\d{4}-\d{4}$/)
    .first()
    .textContent()
  await search(page, reference ?? '')
  await expect(page).toHaveURL(/\/call-centre\/works\/W-/)
}

async function search(page: Page, text: string): Promise<void> {
  await page.goto('/en/operator/call-centre')
  await page.getByLabel('Address, account, phone, e-mail or works').fill(text)
  await page.keyboard.press('Enter')
}

test('the call centre finds a caller, reads out what is on, mends a contact and notes the call, by keyboard', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'callcentre@demo.example')
  await expect(page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link').first()).toHaveText('Call centre')
  await expect(page.getByRole('link', { name: 'New works' })).toHaveCount(0)
  await openRunningWorks(page)
  const streets = await page.getByRole('definition').nth(2).textContent()
  const street = streets?.split(',')[0] ?? ''
  expect(street.length).toBeGreaterThan(3)

  await page.goto('/en/operator/call-centre')
  await page.getByRole('heading', { level: 1, name: 'Call centre' }).waitFor()
  // The key is heard once the page has come alive.
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByLabel('Address, account, phone, e-mail or works')).toBeFocused({ timeout: 1_000 })
  }).toPass()
  await page.keyboard.type(`${street} 1`)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/\d+ results?/).or(page.getByRole('heading', { name: 'On now and next' }))).toBeVisible()
  if (await page.getByText(/\d+ results?/).isVisible()) await page.getByRole('search').getByRole('link').first().press('Enter')

  await expect(page).toHaveURL(/\/call-centre\/addresses\/\d+$/)
  await expect(page.getByText('Read to the caller').first()).toBeVisible()
  await page.getByLabel('Українська').first().check()
  await expect(page.locator('p[lang="uk"]').first()).toBeVisible()

  await page.getByRole('button', { name: 'Register without a contract' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'How does the caller want to be told?' })
  await dialog.getByLabel('Phone number or e-mail address').fill('1234')
  await dialog.getByRole('button', { name: 'Add' }).press('Enter')
  await expect(dialog.getByText(/no phone number/)).toBeVisible()
  await expect(dialog.getByLabel('Phone number or e-mail address')).toHaveValue('1234')
  await dialog.getByLabel('Phone number or e-mail address').fill('347 555 0 199')
  await dialog.getByLabel('Language').selectOption('uk')
  await dialog.getByLabel(/I have read it back/).check()
  await dialog.getByRole('button', { name: 'Add' }).press('Enter')
  await expect(dialog).toBeHidden()
  const contact = page.getByRole('listitem').filter({ hasText: '+39…199' })
  await expect(contact.getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(page.getByText('3475550199')).toHaveCount(0)

  await page.getByLabel('What about').selectOption('no_supply')
  await page.getByLabel('What was said').fill('Call me at 347 555 0199')
  await page.getByRole('button', { name: 'Save the note' }).press('Enter')
  await expect(page.getByText('Leave telephone numbers and e-mail addresses out of notes')).toBeVisible()
  await page.getByLabel('What was said').fill('Third floor is dry')
  await page.getByRole('button', { name: 'Save the note' }).press('Enter')
  await expect(page.getByText('Noted.')).toBeVisible()
  await expect(page.getByText('Third floor is dry')).toBeVisible()

  const here = page.url()
  await search(page, '+39 347 5550199')
  await expect(page).toHaveURL(here)
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
})

test('what is searched for never stands in an address, and only an admin sees whole numbers', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await signIn(page, 'callcentre@demo.example')
  await search(page, '+39 399 123 4567')
  await expect(
    page
      .getByText('Nothing found.')
      .or(page.getByText(/\d+ results?/))
      .or(page.getByRole('heading', { name: 'On now and next' })),
  ).toBeVisible()
  await search(page, 'nobody@example.org')
  await expect(page.getByText(/Nothing found/)).toBeVisible()
  expect(asked.filter((url) => /399|nobody|%40/.test(url))).toEqual([])
  await expect(page.getByRole('button', { name: 'Show them whole' })).toHaveCount(0)
})

test('coverage is shown by place, over time and on the map, and buildings can be taken away', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'operator@demo.example')
  await page.getByRole('link', { name: 'Coverage', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Coverage' })).toBeVisible()
  await expect(page.getByRole('img', { name: /share of accounts/ })).toBeVisible()
  await expect(page.getByRole('table', { name: 'By place' }).getByRole('row').nth(1)).toContainText('%')
  await page.getByRole('button', { name: 'Count now' }).click()
  await expect(page.getByText('Counted anew.')).toBeVisible()
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download as CSV' }).click()
  expect((await started).suggestedFilename()).toMatch(/^buildings-.*\.csv$/)
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
})
