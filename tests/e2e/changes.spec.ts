import { expect, type Page, test } from '@playwright/test'
import { findBarriers } from './find-barriers'
import { collectErrors, signIn } from './staff'

async function openRunningWorks(page: Page): Promise<void> {
  await page.goto('/en/operator?state=running')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Takes longer…' })).toBeVisible()
}

/** "2026-11-22T15:25" and so many hours later, as a field for date and time has it. */
function hoursLater(value: string, hours: number): string {
  return new Date(Date.parse(`${value}:00Z`) + hours * 3_600_000).toISOString().slice(0, 16)
}

test('running works take longer, and then supply is back', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'operator@demo.example')
  await openRunningWorks(page)
  await page.getByRole('button', { name: 'Takes longer…' }).click()
  const dialog = page.getByRole('dialog')
  expect(await findBarriers(page)).toEqual([])
  const until = dialog.getByLabel('Supply is back')
  await until.fill(hoursLater(await until.inputValue(), 1))
  await dialog.getByRole('button', { name: 'Set the new end' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Notices' }).getByText('Extended').first()).toBeVisible()

  await page.getByRole('button', { name: 'Supply is back…' }).click()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, tell people' }).click()
  await expect(page.getByRole('button', { name: 'Takes longer…' })).toBeHidden()
  await expect(page.getByRole('main').getByText('Ended', { exact: true }).first()).toBeVisible()
  expect(errors).toEqual([])
})

test('an admin changes the notice plan; a stage that cannot be is refused in words', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'admin@demo.example')
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Notice plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Notice plan' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  const water = page.getByRole('region', { name: 'Water' })
  const days = water.getByLabel('Days before').first()
  await days.fill('91')
  await water.getByRole('button', { name: 'Save' }).click()
  await expect(water.getByText('Saved.')).toBeHidden()
  await days.fill('6')
  await water.getByRole('button', { name: 'Save' }).click()
  await expect(water.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(days).toHaveValue('6')
  await days.fill('5')
  await water.getByRole('button', { name: 'Save' }).click()
  await expect(water.getByText('Saved.')).toBeVisible()
  expect(errors).toEqual([])
})

test('an admin says who the utility is and where the call centre reads; what cannot be is refused at its field', async ({ page }) => {
  const errors = collectErrors(page)
  await signIn(page, 'admin@demo.example')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Utility' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  const facts = page.getByRole('region', { name: 'Who, where and what' })
  const phone = await facts.getByLabel('Phone that residents call').inputValue()
  await facts.getByLabel('Phone that residents call').fill('call us')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts.getByText('This is no phone number.', { exact: false })).toBeVisible()
  await facts.getByLabel('Phone that residents call').fill('+39 800 111 222')
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts.getByText('Saved.')).toBeVisible()

  const centre = page.getByRole('region', { name: 'Call centre' })
  const before = await centre.getByLabel('Mailboxes').inputValue()
  await centre.getByLabel('Mailboxes').fill(`${before}\nnight@demo`)
  await centre.getByRole('button', { name: 'Save' }).click()
  await expect(centre.getByText('Saved.')).toBeHidden()
  await centre.getByLabel('Mailboxes').fill(`${before}\nNight@demo.example`)
  await centre.getByRole('button', { name: 'Save' }).click()
  await expect(centre.getByText('Saved.')).toBeVisible()

  await expect(async () => {
    await page.goto('/en')
    await expect(page.getByRole('contentinfo').getByText('+39 800 111 222')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await page.goto('/en/operator/settings/utility')
  await expect(centre.getByLabel('Mailboxes')).toHaveValue(/night@demo.example/)
  await centre.getByLabel('Mailboxes').fill(before)
  await centre.getByRole('button', { name: 'Save' }).click()
  await expect(centre.getByText('Saved.')).toBeVisible()
  await facts.getByLabel('Phone that residents call').fill(phone)
  await facts.getByRole('button', { name: 'Save' }).click()
  await expect(facts.getByText('Saved.')).toBeVisible()
  expect(errors).toEqual([])
})
