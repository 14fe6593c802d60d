import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { askDatabase } from './demo-database'
import { collectErrors, signIn } from './staff'

/** Opens works of the demo that are over, with all of their notices sent: the first that it ever had, whatever other tests have added. */
async function openEndedWorks(page: Page): Promise<string> {
  const [first] = await askDatabase<{ reference: string }>(`SELECT reference FROM works WHERE state = 'ended' ORDER BY id LIMIT 1`)
  await page.goto('/en/operator?state=ended')
  await page
    .getByRole('row')
    .filter({ hasText: first?.reference ?? 'no works that are over' })
    .getByRole('link')
    .first()
    .click()
  await expect(page).toHaveURL(/\/operator\/works\/W-/)
  return page.url().split('/').at(-1) ?? ''
}

async function download(page: Page, name: string): Promise<Buffer> {
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name }).click()
  return readFile(await (await started).path())
}

test('the evidence of works says who was told, and can be taken away', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'operator@demo.example')
  const reference = await openEndedWorks(page)
  const notices = page.getByRole('region', { name: 'Notices' })
  await expect(notices.getByText('Comes out even').first()).toBeVisible()
  await expect(notices.getByRole('columnheader', { name: 'People', exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Evidence' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Evidence' })).toBeVisible()
  await expect(page.getByText('The legal notice was kept', { exact: true })).toBeVisible()
  const lines = page.getByRole('region', { name: 'Point by point' }).getByRole('table')
  await expect(lines.getByText('Day before').first()).toBeVisible()
  await expect(lines.getByText(/^\+39…\d{3}$/).first()).toBeVisible()

  await page.getByRole('link', { name: 'Not reached' }).click()
  await expect(page).toHaveURL(/show=not_reached/)
  await expect(lines.getByText('nobody is registered').first()).toBeVisible()
  await expect(lines.getByText('delivered', { exact: true })).toHaveCount(0)

  const csv = (await download(page, 'Download as CSV')).toString()
  expect(csv).toMatch(/^\uFEFFservice_point,address,contact,/)
  expect(csv.split('\r\n').length).toBeGreaterThan(50)
  expect(csv).not.toMatch(/\+39\d{6}/)
  const pdf = await download(page, 'Download as PDF')
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(page.getByRole('link', { name: 'CSV with whole contacts' })).toHaveCount(0)
  const refused = await page.request.get(`/en/operator/works/${reference}/evidence.csv?contacts=whole`)
  expect(refused.status()).toBe(403)
  expect(errors).toEqual([])
})

test('the evidence is for staff, and whole contacts for an admin', async ({ page }) => {
  for (const file of ['evidence.csv', 'evidence.pdf']) {
    expect((await page.request.get(`/en/operator/works/W-2026-0001/${file}`)).status()).toBe(401)
  }
  await signIn(page, 'admin@demo.example')
  await openEndedWorks(page)
  await page.getByRole('link', { name: 'Evidence' }).click()
  expect((await download(page, 'CSV with whole contacts')).toString()).toMatch(/\+39\d{6}/)
})

test('anyone can see whether the service runs, and how promptly it tells', async ({ page }) => {
  const errors = collectErrors(page)
  await page.goto('/en')
  await page.getByRole('link', { name: 'Status of the service' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Status of the service' })).toBeVisible()
  await expect(page.getByText('The service is running', { exact: true })).toBeVisible()
  await expect(page.getByText(/of due messages were handed over within 10 seconds/)).toBeVisible()
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('%')
  expect(errors).toEqual([])
})
