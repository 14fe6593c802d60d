import { expect, type Locator, type Page, test } from '@playwright/test'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import { collectErrors, comeAs } from './staff'

interface Editor {
  root: Locator
  map: Locator
  canvas: Locator
  summary: Locator
}

async function openEditor(page: Page): Promise<Editor> {
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/works/new')
  const map = page.getByRole('region', { name: 'Map to draw the area on' })
  const canvas = map.locator('canvas').first()
  await expect(map.getByRole('button', { name: 'Polygon' })).toBeEnabled({ timeout: 60_000 })
  const summary = page.getByRole('region', { name: 'Chosen so far' })
  return { root: page.locator('main'), map, canvas, summary }
}

/** Clicks places of the map, by shares of its width and height. */
async function clickAt(page: Page, canvas: Locator, places: Array<[x: number, y: number]>): Promise<void> {
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The map has no size.')
  for (const [x, y] of places) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 4 })
    await page.mouse.click(box.x + box.width * x, box.y + box.height * y)
    await page.waitForTimeout(150)
  }
}

async function press(page: Page, ...keys: Array<string | [key: string, times: number]>): Promise<void> {
  for (const key of keys) {
    const [name, times] = typeof key === 'string' ? [key, 1] : key
    for (let time = 0; time < times; time++) await page.keyboard.press(name)
  }
}

/** By the keys alone: the focus goes to a control, and Enter does the rest. */
async function pressOn(control: Locator, key = 'Enter'): Promise<void> {
  await control.focus()
  await control.press(key)
}

const SQUARE = {
  type: 'Polygon',
  coordinates: [
    [
      [8.6, 44.9],
      [8.601, 44.9],
      [8.601, 44.901],
      [8.6, 44.901],
      [8.6, 44.9],
    ],
  ],
}

interface TracedLink {
  code: string
  device: string
}

/** A link of the water network with a device beside it whose being stuck would widen the trace. */
async function findTracedLink(): Promise<TracedLink> {
  const [link] = await askDatabase<TracedLink>(`
    SELECT link.code, device.code AS device
    FROM network_link link JOIN device ON device.service = link.service AND device.link_segment <> device.node_segment
      AND link.segment IN (device.link_segment, device.node_segment)
    WHERE link.service = 'water' AND device.conducting
      AND EXISTS (SELECT FROM service_point WHERE service = 'water' AND segment = link.segment)
      AND EXISTS (SELECT FROM service_point WHERE service = 'water' AND segment = device.link_segment + device.node_segment - link.segment)
      AND (SELECT count(*) FROM device other WHERE other.service = 'water' AND link.segment IN (other.link_segment, other.node_segment)) BETWEEN 2 AND 4
    ORDER BY link.code LIMIT 1`)
  if (!link) throw new Error('The demo town has no link to trace.')
  return link
}

test('areas are drawn, edited, undone and read from files by mouse', async ({ page }) => {
  const errors = collectErrors(page)
  const { map, canvas, summary, root } = await openEditor(page)
  await map.getByRole('button', { name: 'Rectangle' }).click()
  await clickAt(page, canvas, [
    [0.3, 0.3],
    [0.45, 0.5],
  ])
  await expect(summary.getByText('1 area')).toBeVisible()
  const check = page.getByRole('complementary', { name: 'Check' })
  await expect(check.getByText('contacts to tell')).toBeVisible()
  await summary.getByRole('button', { name: 'Undo' }).click()
  await expect(check.getByText('contacts to tell')).toBeHidden()
  await expect(check.getByText('Say what is cut:', { exact: false })).toBeVisible()
  await summary.getByRole('button', { name: 'Redo' }).click()
  await map.getByRole('button', { name: 'Circle' }).click()
  await clickAt(page, canvas, [
    [0.65, 0.4],
    [0.7, 0.5],
  ])
  await expect(summary.getByText('2 areas')).toBeVisible()
  await map.getByRole('button', { name: 'Polygon' }).click()
  await clickAt(page, canvas, [
    [0.3, 0.65],
    [0.4, 0.65],
    [0.4, 0.8],
    [0.3, 0.65],
  ])
  await expect(summary.getByText('3 areas')).toBeVisible()

  await summary.getByRole('button', { name: 'Undo' }).click()
  await expect(summary.getByText('2 areas')).toBeVisible()
  await summary.getByRole('button', { name: 'Redo' }).click()
  await expect(summary.getByText('3 areas')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(summary.getByText('2 areas')).toBeVisible()

  await map.getByRole('button', { name: 'Edit' }).click()
  await clickAt(page, canvas, [[0.375, 0.4]])
  await map.getByRole('button', { name: 'Delete the selected shape' }).click()
  await expect(summary.getByText('1 area')).toBeVisible()

  await root.getByText('Area from a file').click()
  const file = root.getByLabel('GeoJSON or zipped shapefile')
  await file.setInputFiles({ name: 'area.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47]) })
  await expect(root.getByText('This is neither GeoJSON nor a zip archive.', { exact: false })).toBeVisible()
  await file.setInputFiles({ name: 'huge.zip', mimeType: 'application/zip', buffer: Buffer.alloc(21_000_000) })
  await expect(root.getByText('at most 20 MB are read', { exact: false })).toBeVisible()
  await file.setInputFiles({ name: 'cut.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 and no more', 'latin1') })
  await expect(root.getByText('The file is damaged or cut off.', { exact: false })).toBeVisible()
  await file.setInputFiles({ name: 'area.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(SQUARE)) })
  await expect(root.getByText('1 polygon is added.')).toBeVisible()
  await expect(summary.getByText('2 areas')).toBeVisible()
  await summary.getByRole('button', { name: 'Remove: 2 areas' }).click()
  await expect(summary.getByText('Nothing yet.', { exact: false })).toBeVisible()
  expect(errors).toEqual([])
})

test('areas are drawn, moved and deleted by the keys alone', async ({ page }) => {
  const { map, canvas, summary } = await openEditor(page)
  const said = map.getByRole('status')
  await pressOn(map.getByRole('button', { name: 'Polygon' }))
  await canvas.focus()
  await press(page, 'Enter')
  await expect(said.filter({ hasText: 'Corner 1 is set.' })).toBeVisible()
  await press(page, ['ArrowRight', 5], 'Enter', ['ArrowDown', 5], 'Enter', ['ArrowLeft', 2], 'Enter')
  await expect(said.filter({ hasText: 'Corner 4 is set.' })).toBeVisible()
  await press(page, 'Backspace')
  await expect(said.filter({ hasText: '3 corners are left' })).toBeVisible()
  await press(page, 'f')
  await expect(said.filter({ hasText: 'The shape is finished.' })).toBeVisible()
  await expect(summary.getByText('1 area')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Drawn areas' })).toContainText('Area 1: 3 corners')

  // Two corners make no polygon; back at the first corner it is finished by Enter.
  await press(page, 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Enter', ['ArrowLeft', 3], 'Enter', 'f')
  await expect(said.filter({ hasText: 'at least three corners' })).toBeVisible()
  await press(page, ['ArrowUp', 3], 'Enter', ['ArrowRight', 3], ['ArrowDown', 3], 'Enter')
  await expect(summary.getByText('2 areas')).toBeVisible()

  await pressOn(map.getByRole('button', { name: 'Circle' }))
  await canvas.focus()
  await press(page, ['Shift+ArrowUp', 2], 'Enter', ['ArrowRight', 3], 'Enter')
  await expect(summary.getByText('3 areas')).toBeVisible()
  await press(page, 'Control+z')
  await expect(summary.getByText('2 areas')).toBeVisible()

  await pressOn(map.getByRole('button', { name: 'Edit' }))
  await canvas.focus()
  await press(page, 'Enter')
  await expect(said.filter({ hasText: 'A corner is held' })).toBeVisible()
  const size = () => page.getByRole('list', { name: 'Drawn areas' }).getByRole('listitem').first().textContent()
  const before = await size()
  await press(page, 'Shift+ArrowLeft', 'Enter')
  await expect(said.filter({ hasText: 'It is moved.' })).toBeVisible()
  await expect(async () => expect(await size()).not.toBe(before)).toPass()
  await press(page, ['ArrowRight', 5], ['ArrowDown', 2], 'Delete')
  await expect(said.filter({ hasText: 'It is taken away.' })).toBeVisible()
  await expect(summary.getByText('1 area')).toBeVisible()
  await press(page, 'Escape')
  await expect(map.getByRole('button', { name: 'Move map' })).toHaveAttribute('aria-pressed', 'true')
})

test('a link is traced by the keys, a stuck valve widens the trace, and the map takes and gives links and points by a click', async ({
  page,
}) => {
  const errors = collectErrors(page)
  const { map, canvas, summary, root } = await openEditor(page)
  const link = await findTracedLink()
  await pressOn(page.getByRole('tab', { name: 'Draw' }), 'ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Trace' })).toBeFocused()
  await root.getByLabel('Link or device').focus()
  await page.keyboard.type(link.code)
  await expect(root.getByRole('button', { name: `Isolate ${link.code}`, exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(summary.getByText(`Trace of link ${link.code}`)).toBeVisible()
  const hit = root.getByText(/service points? without supply/)
  await expect(hit).toBeVisible()
  const before = await hit.textContent()
  await pressOn(root.getByRole('checkbox', { name: `Valve ${link.device}: is stuck` }), 'Space')
  await expect(root.getByText(/more service points?$/)).toBeVisible()
  await expect(hit).not.toHaveText(before ?? '')
  await expect(root.getByRole('checkbox', { name: `Valve ${link.device}: is stuck` })).toBeChecked()
  expect(await findBarriers(page)).toEqual([])

  // The map has flown to the link: its middle lies in the map's middle.
  await expect(map.getByRole('button', { name: 'Trace' })).toHaveAttribute('aria-pressed', 'true')
  await page.waitForTimeout(4_000)
  await clickAt(page, canvas, [[0.5, 0.5]])
  await expect(summary.getByText('Nothing yet.', { exact: false })).toBeVisible()
  await canvas.focus()
  await press(page, 'Enter')
  await expect(summary.getByText(`Trace of link ${link.code}`)).toBeVisible()

  const [point] = await askDatabase<{ code: string }>(
    `SELECT point.code FROM service_point point JOIN network_link link ON link.service = point.service AND link.segment = point.segment
     WHERE link.service = 'water' AND link.code = $1 ORDER BY point.code LIMIT 1`,
    [link.code],
  )
  const code = point?.code ?? ''
  await page.getByRole('tab', { name: 'Draw' }).click()
  await root.getByLabel('Code of a service point').fill('no such point')
  await root.getByRole('button', { name: 'Add the point' }).click()
  await expect(root.getByText('No service point of this service has the code no such point', { exact: false })).toBeVisible()
  await root.getByLabel('Code of a service point').fill(code)
  await root.getByRole('button', { name: 'Take the point out' }).click()
  await expect(summary.getByText('1 point taken out')).toBeVisible()
  await root.getByRole('button', { name: `Leave ${code} as it was` }).click()
  await expect(summary.getByText('1 point taken out')).toBeHidden()
  await map.getByRole('button', { name: 'Service points' }).click()
  await page.waitForTimeout(4_000)
  await clickAt(page, canvas, [[0.5, 0.5]])
  await expect(summary.getByText('1 point taken out')).toBeVisible()
  expect(errors).toEqual([])
})

test('it works on a telephone in the dark, and nothing overflows', async ({ browser }) => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', hasTouch: true })
  const { map, summary } = await openEditor(page)
  await map.getByRole('button', { name: 'Rectangle' }).tap()
  const canvas = map.locator('canvas').first()
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The map has no size.')
  await page.touchscreen.tap(box.x + box.width * 0.3, box.y + box.height * 0.3)
  await page.waitForTimeout(400)
  await page.touchscreen.tap(box.x + box.width * 0.6, box.y + box.height * 0.6)
  await expect(summary.getByText('1 area')).toBeVisible()
  for (const tab of ['Streets', 'Places', 'Trace', 'Draw']) {
    await page.getByRole('tab', { name: tab }).tap()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await findBarriers(page)).toEqual([])
  }
  await page.close()
})
