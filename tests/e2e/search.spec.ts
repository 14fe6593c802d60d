import { expect, test } from '@playwright/test'
import { findTrialPlace } from './demo-database'
import { findBarriers } from './find-barriers'

test('an address is found by keys alone: the street first, then its number', async ({ page }) => {
  const { inside } = await findTrialPlace()
  const street = inside.replace(/ \d+$/, '')
  await page.goto('/en')
  const box = page.getByRole('combobox', { name: 'Your address' })
  const options = page.getByRole('option')
  await box.focus()
  await page.keyboard.type(street.slice(0, -1))
  await expect(options.first()).toContainText(street)
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('status').filter({ hasText: /suggestion/ })).toHaveText(/^\d+ suggestions?$/)
  expect(await findBarriers(page)).toEqual([])

  await page.keyboard.press('ArrowDown')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id')) ?? '')
  await page.keyboard.press('End')
  await expect(options.last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Home')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await expect(box).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(box).toHaveAttribute('aria-expanded', 'false')
  await expect(box).toHaveValue(street.slice(0, -1))

  await page.keyboard.type(street.slice(-1))
  await expect(options.first()).toContainText(street)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // A street that was chosen stands in the box, to go on with its number; where it has one house only, Enter leads there at once.
  const leads = page.waitForURL(/\/addresses\/\d+/).then(() => true)
  const isThere = await Promise.race([
    leads,
    expect(box)
      .toHaveValue(`${street} `)
      .then(() => false),
  ]).catch(() => leads)
  if (!isThere) {
    await page.keyboard.type(inside.slice(street.length + 1))
    await expect(options.first()).toContainText(inside)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await expect(page).toHaveURL(/\/en\/addresses\/\d+/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(street)
})

test('a number that does not exist is said to be unknown, with the nearest ones', async ({ page }) => {
  const { inside } = await findTrialPlace()
  await page.goto(`/en?q=${encodeURIComponent(inside.replace(/\d+$/, '9876'))}`)
  await expect(page.getByText('We do not know this house number in this street.')).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(inside.replace(/ \d+$/, '')) }).first()).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
})
