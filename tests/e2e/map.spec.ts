import { expect, test } from '@playwright/test'
import { findBarriers } from './find-barriers'
import { collectErrors, comeAs } from './staff'
import { giveNoMap } from './without-map'

test('an operator looks at the network on the map, switches a layer, and finds works by keyboard in the list', async ({ page }) => {
  const errors = collectErrors(page)
  await comeAs(page, 'operator@demo.example')
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  const map = page.getByRole('region', { name: 'Map of the network and of works' })
  await expect(map.locator('canvas')).toBeVisible()

  await map.getByText('Layers').click()
  const buildings = map.getByLabel('Buildings')
  await buildings.uncheck()
  await page.reload()
  await map.getByText('Layers').click()
  await expect(buildings).not.toBeChecked()
  await buildings.check()
  await map.getByText('Layers').click()

  const list = page.getByRole('region', { name: 'What the map shows' })
  await expect(list.getByText(/service points?, .*dwellings?/)).toBeVisible()
  expect(await findBarriers(page)).toEqual([])

  const works = list
    .getByRole('region', { name: /works running or coming/ })
    .getByRole('button')
    .first()
  const title = (await works.locator('span span').first().textContent()) ?? ''
  await works.focus()
  await page.keyboard.press('Enter')
  const details = page.getByRole('region', { name: /^W-\d{4}-\d{4}/ })
  await expect(details.getByText(title)).toBeVisible()
  await expect(details.getByRole('heading', { level: 2 })).toBeFocused()
  expect(await findBarriers(page)).toEqual([])
  await details.getByRole('link', { name: 'Open these works' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  expect(errors).toEqual([])
})

test('a device is found by its code, and described with what the network says of it', async ({ page }) => {
  const errors = collectErrors(page)
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/map')
  const devices = page.getByRole('region', { name: 'What the map shows' }).locator('details').first()
  await devices.locator('summary').click()
  const code = (await devices.getByRole('button').first().locator('span span').first().textContent()) ?? ''
  await page.getByLabel('Go to an address or a code').fill(code)
  await page
    .getByRole('search')
    .getByRole('button', { name: new RegExp(`^${code} `) })
    .first()
    .press('Enter')
  const details = page.getByRole('region', { name: new RegExp(`^${code} Device`) })
  await expect(details.getByText('State')).toBeVisible()
  await details.getByRole('button', { name: 'Close the details' }).click()
  await expect(details).toBeHidden()
  expect(errors).toEqual([])
})

test('without WebGL the list still works, and the page says why there is no map', async ({ page }) => {
  await giveNoMap(page)
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/map')
  await expect(page.getByText('The map cannot be drawn on this device.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What the map shows' }).getByText(/service points?, /)).toBeVisible()
})
