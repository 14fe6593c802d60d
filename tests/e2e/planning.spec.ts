import { expect, test } from '@playwright/test'
import { askDatabase, findTrialPlace } from './demo-database'
import { findBarriers } from './find-barriers'
import { addArea, inDays, waitForSave } from './planning'
import { collectErrors, comeAs } from './staff'

test.describe.configure({ mode: 'serial' })

let reference = ''

function findDraft(): Promise<Array<{ draft: { title: string; parts: Array<{ windows: unknown[] }> }; revision: number }>> {
  return askDatabase('SELECT draft, revision FROM works WHERE reference = $1', [reference])
}

test('a draft saves itself from the first word on, and goes on after a reload', async ({ page }) => {
  const errors = collectErrors(page)
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/works/new')
  await expect(page.getByText('Changes save themselves.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await page.getByLabel('Title').fill('A draft of the planning test')
  const below = page.getByText('For staff only')
  await below.scrollIntoViewIfNeeded()
  await waitForSave(page)
  await expect(page).toHaveURL(/\/en\/operator\/works\/W-[\d-]+\/edit$/)
  reference = page.url().split('/').at(-2) ?? ''
  await expect(below, 'the page stays where it is when the draft gets its reference').toBeInViewport()

  await page.getByLabel('Type of work').selectOption({ label: 'Repair of the network' })
  await page.getByLabel('Contact for questions').fill('Signor Rossi')
  await page.getByLabel('Internal notes').fill('The key is at the bar')
  await page.getByText('The same hours on several days').click()
  await page.getByLabel('First day').fill(inDays(20, '').slice(0, 10))
  await page.getByLabel('Last day').fill(inDays(22, '').slice(0, 10))
  await page.getByRole('button', { name: 'Add these windows' }).click()
  await expect(page.getByRole('group', { name: 'Window 3' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Window 1' }).getByLabel('Supply is back')).toHaveValue(inDays(21, '05:00'))
  await expect(async () => expect((await findDraft())[0]?.draft.parts[0]?.windows).toHaveLength(3)).toPass()

  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue('A draft of the planning test')
  await expect(page.getByLabel('Internal notes')).toHaveValue('The key is at the bar')
  await expect(page.getByLabel('Type of work')).toHaveValue('repair')
  await expect(page.getByRole('group', { name: 'Window 3' })).toBeVisible()
  expect(errors).toEqual([])
})

test('what is missing is said, and leads to its field', async ({ page }) => {
  await comeAs(page, 'operator@demo.example')
  await page.goto(`/en/operator/works/${reference}/edit`)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Please mend this first' })
  await expect(alert.getByRole('link', { name: 'Say what is cut', exact: false })).toBeVisible()
  const window = page.getByRole('group', { name: 'Window 1' })
  await window.getByLabel('Supply is back').fill(inDays(19, '05:00'))
  await expect(window.getByText('The window ends before it begins.', { exact: false })).toBeVisible()
  await window.getByLabel('Supply is back').fill(inDays(21, '05:00'))
  await waitForSave(page)
})

test('a second part has times of its own, and a tanker stands on the map', async ({ page }) => {
  const place = await findTrialPlace('edge')
  await comeAs(page, 'operator@demo.example')
  await page.goto(`/en/operator/works/${reference}/edit`)
  await addArea(page, place.area)
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Part 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove window 3' }).click()
  await page.getByText('Water meanwhile', { exact: false }).click()
  await page.getByLabel('Add at an address').fill(place.inside)
  await expect(page.getByRole('listbox', { name: 'Addresses' }).getByRole('option').first()).toBeVisible()
  await page.getByLabel('Add at an address').press('ArrowDown')
  await page.getByLabel('Add at an address').press('Enter')
  await page.getByLabel('Note to place 1', { exact: false }).fill('From 8 to 20')
  const check = page.getByRole('complementary', { name: 'Check' })
  await expect(check.getByText(/\d+ service points?, \d+ dwellings?/)).toBeVisible()
  await expect(check.getByText('Reachable:', { exact: false })).toBeVisible()
  await expect(async () => {
    const [row] = await findDraft()
    expect(row?.draft.parts.map(({ windows }) => windows.length)).toEqual([3, 2])
    const places = await askDatabase<{ note: string }>(
      'SELECT note FROM supply_place JOIN works ON works.id = works_id WHERE reference = $1',
      [reference],
    )
    expect(places).toEqual([{ note: 'From 8 to 20' }])
  }).toPass()
  expect(await findBarriers(page)).toEqual([])
})

test('somebody else who edits meanwhile is named, and nothing is overwritten', async ({ page, browser }) => {
  await comeAs(page, 'operator@demo.example')
  await page.goto(`/en/operator/works/${reference}/edit`)
  const other = await browser.newPage()
  await comeAs(other, 'admin@demo.example')
  await other.goto(`/en/operator/works/${reference}/edit`)
  await other.getByLabel('Title').fill('The title of the other')
  await waitForSave(other)

  await page.getByLabel('Reason').fill('My own reason')
  await expect(page.getByRole('alert').filter({ hasText: 'Davide Repetto changed these works' })).toBeVisible()
  await page.getByRole('button', { name: 'Show theirs' }).click()
  await expect(page.getByLabel('Title')).toHaveValue('The title of the other')
  await expect(page.getByLabel('Reason')).toHaveValue('')
  await expect(page.getByRole('textbox', { name: 'What you had typed' })).toHaveValue(/My own reason/)
  await page.getByLabel('Reason').fill('Our reason')
  await waitForSave(page)
  const [row] = await findDraft()
  expect(row?.draft).toMatchObject({ title: 'The title of the other', reason: 'Our reason' })
  await other.close()
})

test('what is typed without a connection is kept, and saved when it is back', async ({ page, context }) => {
  await comeAs(page, 'operator@demo.example')
  await page.goto(`/en/operator/works/${reference}/edit`)
  await page.getByLabel('Crew').fill('Squadra')
  await waitForSave(page)
  await context.setOffline(true)
  await page.getByLabel('Crew').fill('Squadra 3')
  await expect(page.getByText('Not saved: no connection', { exact: false })).toBeVisible()
  await page.getByLabel('Advice').fill('Fill a bucket')
  await context.setOffline(false)
  await expect(async () => expect((await findDraft())[0]?.draft).toMatchObject({ crew: 'Squadra 3', advice: 'Fill a bucket' })).toPass()
  await waitForSave(page)
})

test('a draft is planned by the keys alone, and discarded', async ({ page }) => {
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/works/new')
  const street = (await findTrialPlace('edge')).inside
  await page.getByLabel('What is interrupted').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('By the keys alone')
  await page.getByRole('tab', { name: 'Draw' }).focus()
  await page.keyboard.press('ArrowRight')
  await page.getByRole('tabpanel').getByLabel('Streets', { exact: true }).focus()
  await page.keyboard.type(street)
  await page.getByRole('group', { name: 'Window 1' }).getByLabel('Supply is cut').fill(inDays(30, '09:00'))
  await page.getByRole('group', { name: 'Window 1' }).getByLabel('Supply is back').fill(inDays(30, '11:00'))
  const check = page.getByRole('complementary', { name: 'Check' })
  await expect(check.getByText(/\d+ service points?, \d+ dwellings?/)).toBeVisible()
  await waitForSave(page)
  await page.getByRole('button', { name: 'Discard draft…' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Discard it' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/en\/operator$/)
  expect(await askDatabase(`SELECT id FROM works WHERE title = 'By the keys alone'`)).toEqual([])
})
