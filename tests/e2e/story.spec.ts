import { expect, type Locator, type Page, test } from '@playwright/test'
import { mouse } from './hands'
import { type PipePlace, putBack, tellPipeStory } from './pipe-story'
import { waitForSave } from './planning'

/** The middle of the map, where the pipe lies that it has flown to. */
async function clickMiddle(page: Page, canvas: Locator): Promise<void> {
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('The map has no size.')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

test.afterEach(putBack)

test('from a pipe to people who were told, by mouse', async ({ page, browser }) => {
  test.setTimeout(300_000)
  const beforeSubmit = async (place: PipePlace) => {
    await page.getByRole('tab', { name: 'Trace' }).click()
    const canvas = page.getByRole('region', { name: 'Map to draw the area on' }).locator('canvas').first()
    const summary = page.getByRole('region', { name: 'Chosen so far' })
    for (const isChosen of [false, true]) {
      await page.waitForTimeout(2_000)
      await clickMiddle(page, canvas)
      await expect(summary.getByText(`Trace of link ${place.link}`)).toBeVisible({ visible: isChosen })
    }
    const stuck = page.getByRole('checkbox', { name: `Valve ${place.valve}: is stuck` })
    await stuck.click()
    await expect(stuck).toBeChecked()
    await waitForSave(page)
  }
  await tellPipeStory(page, browser, { name: 'by mouse', handsOf: mouse, skip: 0, day: 9, beforeSubmit })
})
