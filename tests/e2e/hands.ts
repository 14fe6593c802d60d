import { expect, type Locator, type Page } from '@playwright/test'

/** How somebody works a page: with the mouse, or with the keys alone. */
export interface Hands {
  /** Presses a button, follows a link, opens a summary. */
  use: (control: Locator) => Promise<void>
  tick: (box: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
  choose: (select: Locator, label: string) => Promise<void>
  /** Fills a field for date and time with "2026-11-22T09:00". */
  setTime: (field: Locator, time: string) => Promise<void>
  openTab: (name: string) => Promise<void>
}

export function mouse(page: Page): Hands {
  return {
    use: (control) => control.click(),
    tick: (box) => box.click(),
    write: async (field, text) => {
      await field.click()
      await field.fill(text)
    },
    choose: async (select, label) => {
      await select.selectOption({ label })
    },
    setTime: (field, time) => field.fill(time),
    openTab: (name) => page.getByRole('tab', { name }).click(),
  }
}

/** More stops than any page has. */
const MOST_STOPS = 300

function isFocused(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}

/** Goes on with the Tab key, as somebody without a mouse does, until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(control)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The Tab key never reaches ${control}`)
}

export function keys(page: Page): Hands {
  const write = async (field: Locator, text: string) => {
    await tabTo(page, field)
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text)
  }
  return {
    use: async (control) => {
      await tabTo(page, control)
      await page.keyboard.press('Enter')
    },
    tick: async (box) => {
      await tabTo(page, box)
      await page.keyboard.press('Space')
    },
    write,
    choose: async (select, label) => {
      await tabTo(page, select)
      await page.keyboard.type(label)
      await expect(select.locator('option:checked')).toHaveText(label)
    },
    setTime: async (field, time) => {
      const [year, month, day, hour = 0, minute] = time.split(/[-T:]/)
      await tabTo(page, field)
      // The browser's own field, in American English (playwright.config.ts): the month first, twelve hours, and a year that could have six digits.
      await page.keyboard.type(`${month}${day}${year}`)
      await page.keyboard.press('ArrowRight')
      const twelfth = String(((Number(hour) + 11) % 12) + 1).padStart(2, '0')
      await page.keyboard.type(`${twelfth}${minute}${Number(hour) < 12 ? 'A' : 'P'}`)
      await expect(field).toHaveValue(time)
    },
    openTab: async (name) => {
      const chosen = page.getByRole('tab', { selected: true })
      await tabTo(page, chosen)
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        if ((await page.getByRole('tab', { name, selected: true }).count()) > 0) return
        await page.keyboard.press('ArrowRight')
      }
      throw new Error(`The arrow keys never reach the tab ${name}`)
    },
  }
}
