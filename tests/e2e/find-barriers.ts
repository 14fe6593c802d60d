import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with the page as it stands: WCAG and its own good practice. A page that failed is wrong, too. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Between two pages there may be none for a moment.
  await page.waitForFunction(() => document.title !== '')
  // A page that says that it failed has no barriers, either.
  if ((await page.locator('[data-failed]').count()) > 0) return ['the page failed']
  // Injected through the debugger, so that the page's own policy on scripts stays as it is; once for each page that was loaded.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Array<{ id: string; nodes: Array<{ html: string }> }> }> }
    }
    const { violations } = await axe.run({ resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}
