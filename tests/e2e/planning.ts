import { expect, type Page } from '@playwright/test'
import { type Hands, mouse } from './hands'

/** Days from now on the utility's clocks, as the browser's field wants it. */
export function inDays(days: number, time: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + days * 86_400_000))
  return `${day}T${time}`
}

/** Gives an area as text, where the editor of works is open. */
export async function addArea(page: Page, area: string): Promise<void> {
  await page.getByText('Area from a file').click()
  await page.getByLabel('Or paste GeoJSON').fill(area)
  await page.getByRole('button', { name: 'Add this area' }).click()
  await expect(page.getByText('1 polygon is added.')).toBeVisible()
}

/** Ticks off every priority customer of the works on the page, where there are any. */
export async function phonePriority(page: Page, hands: Hands = mouse(page)): Promise<void> {
  const line = page.getByText(/^\d+ priority customers?|^No priority customers/)
  await expect(line).toBeVisible()
  if ((await line.textContent())?.startsWith('No')) return
  await hands.use(line)
  for (const tick of await page.getByRole('checkbox', { name: 'Phoned: ', exact: false }).all()) {
    if (await tick.isChecked()) continue
    await hands.tick(tick)
    await expect(tick).toBeChecked()
  }
}

/** Waits until what was typed is kept. */
export async function waitForSave(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible()
}
