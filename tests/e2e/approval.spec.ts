import { expect, type Page, test } from '@playwright/test'
import { findTrialPlace } from './demo-database'
import { findBarriers } from './find-barriers'
import { addArea, inDays, phonePriority, waitForSave } from './planning'
import { collectErrors, comeAs } from './staff'

test.describe.configure({ mode: 'serial' })

async function setLimit(page: Page, dwellings: string): Promise<void> {
  await page.goto('/en/operator/settings/planning')
  await page.getByLabel('From how many dwellings on').fill(dwellings)
  await page.getByRole('region', { name: 'Approval by a second person' }).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

async function confirm(page: Page, open: string, yes: string): Promise<void> {
  await page.getByRole('button', { name: open }).click()
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click()
}

/** Another one each time, so that the tests can be run again on the same database. */
const code = `meter_change_${Date.now()}`
let works = ''

test('an administrator sets from when on a second person approves, and adds a type of work', async ({ page }) => {
  const errors = collectErrors(page)
  await comeAs(page, 'admin@demo.example')
  await setLimit(page, '1')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Add a type of work' }).click()
  await page.getByLabel('Code').fill(code)
  for (const language of ['English', 'Italian', 'Lithuanian']) await page.getByLabel(`Words in ${language}`).fill(`${code} (${language})`)
  await page.getByRole('region', { name: 'Types of work' }).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Too short', { exact: false })).toBeVisible()
  await page.getByLabel('Words in Ukrainian').fill('Лічильники')
  await page.getByRole('region', { name: 'Types of work' }).getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText(`${code} (English)`)).toBeVisible()
  expect(errors).toEqual([])
})

test('works of many dwellings are submitted', async ({ page }) => {
  const place = await findTrialPlace('edge')
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/works/new')
  await page.getByLabel('Title').fill(`For a second person, ${code}`)
  await page.getByLabel('Type of work').selectOption(code)
  await page.getByLabel('Supply is cut').fill(inDays(25, '09:00'))
  await page.getByLabel('Supply is back').fill(inDays(25, '12:00'))
  await addArea(page, place.area)
  await waitForSave(page)
  await expect(page.getByText('A second person approves: from 1 dwellings on')).toBeVisible()
  await confirm(page, 'Submit for approval…', 'Submit')
  await expect(page).toHaveURL(/\/operator\/works\/W-[\d-]+$/)
  works = page.url()
  await expect(page.getByText('You planned, changed or submitted this: somebody else approves.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve…' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeHidden()
  expect(await findBarriers(page)).toEqual([])
})

test('the second person is told, returns them with a reason, and approves what was mended', async ({ page, browser }) => {
  await comeAs(page, 'approver@demo.example')
  await page.getByRole('link', { name: /^To approve \(\d+\)$/ }).click()
  await expect(page.getByLabel('State', { exact: true })).toHaveValue('in_approval')
  await page.getByRole('link', { name: `For a second person, ${code}` }).click()
  await confirm(page, 'Return…', 'Return')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.getByRole('dialog').getByLabel('What has to be changed').fill('Say why')
  await page.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).click()
  await expect(page.getByText('Paolo Guasco returned these works: “Say why”')).toBeVisible()

  const operator = await browser.newPage()
  await comeAs(operator, 'operator@demo.example')
  await operator.goto(works)
  await expect(operator.getByText('Paolo Guasco returned these works: “Say why”')).toBeVisible()
  await operator.getByRole('link', { name: 'Edit', exact: true }).click()
  await operator.getByLabel('Reason').fill('New meters by law')
  await waitForSave(operator)
  await confirm(operator, 'Submit for approval…', 'Submit')
  await expect(operator.getByRole('button', { name: 'Take back…' })).toBeVisible()

  await page.reload()
  await confirm(page, 'Approve…', 'Approve')
  await expect(page.getByText('Paolo Guasco approved these works.')).toBeVisible()

  await operator.reload()
  await phonePriority(operator)
  await confirm(operator, 'Publish…', 'Publish')
  await expect(operator.getByRole('button', { name: 'Cancel these works…' })).toBeVisible()
  await operator.goto(works.replace('/operator', ''))
  await expect(operator.getByText(`${code} (English)`)).toBeVisible()
  await expect(operator.getByText('New meters by law')).toBeVisible()
  await operator.goto(works)
  await operator.getByRole('button', { name: 'Cancel these works…' }).click()
  await operator.getByRole('dialog').getByLabel('Why').fill('Only a test')
  await operator.getByRole('dialog').getByRole('button', { name: 'Cancel the works' }).click()
  await expect(operator.getByRole('button', { name: 'Cancel these works…' })).toBeHidden()
  await operator.close()
})

test('nobody approves their own', async ({ page }) => {
  await comeAs(page, 'admin@demo.example')
  await page.goto('/en/operator/works/new')
  const place = await findTrialPlace('edge')
  await page.getByLabel('Title').fill('Of the administrator')
  await page.getByLabel('Supply is cut').fill(inDays(26, '09:00'))
  await page.getByLabel('Supply is back').fill(inDays(26, '12:00'))
  await addArea(page, place.area)
  await waitForSave(page)
  await confirm(page, 'Submit for approval…', 'Submit')
  await expect(page.getByText('somebody else approves', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve…' })).toBeHidden()
  await confirm(page, 'Take back…', 'Take back')
  await confirm(page, 'Discard draft…', 'Discard it')
  await expect(page).toHaveURL(/\/en\/operator$/)
  await setLimit(page, '1500')
})
